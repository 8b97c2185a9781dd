"""What a teamlead sees of the team: figures that each open the dossiers they count."""
