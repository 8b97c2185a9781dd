"""A letter of a world whose letters nobody reads: an empty paper costs nothing. What a letter says is tested by itself."""


def leeg_papier(*args, **kwargs) -> bytes:
    """In the place of the renderer."""
    return b"%PDF-1.7\n%%EOF\n"
