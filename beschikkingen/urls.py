"""/beschikkingen/<noun>/<pk>/<act>/."""

from django.urls import path

from beschikkingen.views import besluit, lijst, rij, stappen

app_name = "beschikkingen"
urlpatterns = [
    path("rij/", rij.rij, name="rij"),
    path("zaak/<uuid:pk>/", lijst.besluiten, name="besluiten"),
    path("aanvraag/<uuid:pk>/besluit/", lijst.opstellen, name="opstellen"),
    path("besluit/<uuid:pk>/", besluit.besluit, name="besluit"),
    path("besluit/<uuid:pk>/voorbeeld/", besluit.voorbeeld, name="voorbeeld"),
    path("besluit/<uuid:pk>/ter-toetsing/", stappen.ter_toetsing, name="ter_toetsing"),
    path("besluit/<uuid:pk>/oppakken/", rij.oppakken, name="oppakken"),
    path("besluit/<uuid:pk>/opmerking/", stappen.opmerking, name="opmerking"),
    path("besluit/<uuid:pk>/goedkeuren/", stappen.goedkeuren, name="goedkeuren"),
    path("besluit/<uuid:pk>/terugsturen/", stappen.terugsturen, name="terugsturen"),
    path("besluit/<uuid:pk>/ondertekenen/", stappen.ondertekenen, name="ondertekenen"),
    path("besluit/<uuid:pk>/verzenden/", stappen.verzenden, name="verzenden"),
    path("opmerking/<uuid:pk>/gedaan/", stappen.opmerking_gedaan, name="opmerking_gedaan"),
]
