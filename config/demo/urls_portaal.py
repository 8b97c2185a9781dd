"""The demo of the citizen's site: its addresses, and the page where one steps in as any inwoner."""

from django.urls import include, path

from config.demo.views_portaal import kiezen
from config.urls_portaal import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [
    path("proef/", kiezen, name="demo_burgers"),
    path("", include("portaal.urls")),
]
