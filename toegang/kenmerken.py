"""A reference that says nothing: eight signs that nobody mistakes for one another, in two groups."""

import re
import secrets

TEKENS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 O 1 I
VORM = re.compile(rf"[{TEKENS}]{{4}}-[{TEKENS}]{{4}}")


def nieuw_kenmerk() -> str:
    """7K4Q-92TM: one of a million million."""
    tekens = "".join(secrets.choice(TEKENS) for _ in range(8))
    return f"{tekens[:4]}-{tekens[4:]}"
