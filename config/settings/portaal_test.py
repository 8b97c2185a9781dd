"""The citizen's site under test: the tests' database, as the portal's own role."""

from .portaaldeel import inrichten
from .test import *  # noqa: F403

inrichten(globals())
