"""/voorzieningen/<noun>/<pk>/<act>/."""

from django.urls import path

from voorzieningen.views.indicatie import indicatie, indicaties, intrekken
from voorzieningen.views.verwijzen import verwijzen

app_name = "voorzieningen"
urlpatterns = [
    path("verwijzen/", verwijzen, name="verwijzen"),
    path("contact/<uuid:pk>/verwijzen/", verwijzen, name="verwijzen"),
    path("zaak/<uuid:pk>/", indicaties, name="indicaties"),
    path("zaak/<uuid:pk>/indicatie/", indicatie, name="indicatie"),
    path("indicatie/<uuid:pk>/intrekken/", intrekken, name="indicatie_intrekken"),
]
