"""Addresses: /<app>/<noun>/<pk>/<act>/."""

from django.urls import include, path
from django.views.generic import RedirectView

from toegang.views.gezond import gezond

handler400 = "config.fouten.niet_begrepen"
handler403 = "config.fouten.niet_toegestaan"
handler404 = "config.fouten.niet_gevonden"
handler500 = "config.fouten.kapot"

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="toegang:mijn_werk"), name="begin"),
    path("gezond/", gezond, name="gezond"),
    path("account/", include("config.aanmelden")),
    path("openbaar/hulp/", include("voorzieningen.urls_openbaar")),
    path("openbaar/", include("toegang.urls_openbaar")),
    path("toegang/", include("toegang.urls")),
    path("wijkteams/", include("wijkteams.urls")),
    path("voorzieningen/", include("voorzieningen.urls")),
    path("beschikkingen/", include("beschikkingen.urls")),
]
