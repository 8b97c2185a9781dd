"""The demo of the citizen's site: signing in is choosing a person of the demo municipality."""

from .demo import *  # noqa: F403
from .portaaldeel import inrichten

inrichten(globals())
ROOT_URLCONF = "config.demo.urls_portaal"
