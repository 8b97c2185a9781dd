"""What a letter shows: frozen dataclasses that read and never write, each with its template."""
