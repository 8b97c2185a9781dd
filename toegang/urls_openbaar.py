"""Addresses for anybody, without account: only these and /static/ need be reached from the internet."""

from django.urls import path

from toegang.views import briefcontrole, openbaar

app_name = "openbaar"
urlpatterns = [
    path("briefcontrole/", briefcontrole.vragen, name="briefcontrole"),
    path("briefcontrole/<str:bewijs>/", briefcontrole.antwoord, name="briefcontrole_antwoord"),
    path("verwijzen/<str:token>/", openbaar.verwijzen, name="verwijzen"),
    path("verwijzen/ontvangen/<str:bewijs>/", openbaar.verwijzing_ontvangen_, name="verwijzing_ontvangen"),
    path("vraag/", openbaar.vraag, name="vraag"),
    path("vraag/ontvangen/<str:bewijs>/", openbaar.vraag_ontvangen_, name="vraag_ontvangen"),
]
