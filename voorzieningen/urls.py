"""/voorzieningen/<noun>/<pk>/<act>/."""

from django.urls import path

from voorzieningen.views.afloop import afloop
from voorzieningen.views.herinneringen import herinneringen, herinneringsschema
from voorzieningen.views.indicatie import indicatie, indicaties, intrekken
from voorzieningen.views.verwijzen import verwijzen

app_name = "voorzieningen"
urlpatterns = [
    path("verwijzen/", verwijzen, name="verwijzen"),
    path("contact/<uuid:pk>/verwijzen/", verwijzen, name="verwijzen"),
    path("zaak/<uuid:pk>/", indicaties, name="indicaties"),
    path("zaak/<uuid:pk>/indicatie/", indicatie, name="indicatie"),
    path("indicatie/<uuid:pk>/afloop/", afloop, name="afloop"),
    path("herinneringen/", herinneringen, name="herinneringen"),
    path("herinneringsschema/", herinneringsschema, name="herinneringsschema"),
    path("indicatie/<uuid:pk>/intrekken/", intrekken, name="indicatie_intrekken"),
]
