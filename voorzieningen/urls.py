"""/voorzieningen/<noun>/<pk>/<act>/."""

from django.urls import path

from voorzieningen.views import budgetplan, contracten, opdracht, producten, verzoek
from voorzieningen.views.afloop import afloop
from voorzieningen.views.herinneringen import herinneringen, herinneringsschema
from voorzieningen.views.indicatie import indicatie, indicaties, intrekken
from voorzieningen.views.kaart import kaart, kaart_contact, kaart_zaak
from voorzieningen.views.levering import levering
from voorzieningen.views.leveringen import leveringen
from voorzieningen.views.verwijzing import verwijzen_contact, verwijzen_zaak, verwijzing
from voorzieningen.views.voorziening import beeindigen, toevoegen, voorziening, wijzigen

app_name = "voorzieningen"
urlpatterns = [
    path("kaart/", kaart, name="kaart"),
    path("zaak/<uuid:pk>/kaart/", kaart_zaak, name="kaart_zaak"),
    path("contact/<uuid:pk>/kaart/", kaart_contact, name="kaart_contact"),
    path("algemenevoorziening/toevoegen/", toevoegen, name="voorziening_toevoegen"),
    path("algemenevoorziening/<uuid:pk>/", voorziening, name="voorziening"),
    path("algemenevoorziening/<uuid:pk>/wijzigen/", wijzigen, name="voorziening_wijzigen"),
    path("algemenevoorziening/<uuid:pk>/beeindigen/", beeindigen, name="voorziening_beeindigen"),
    path("zaak/<uuid:pk>/verwijzen/", verwijzen_zaak, name="verwijzen_zaak"),
    path("contact/<uuid:pk>/verwijzen/", verwijzen_contact, name="verwijzen_contact"),
    path("verwijzing/<uuid:pk>/", verwijzing, name="verwijzing"),
    path("zaak/<uuid:pk>/", indicaties, name="indicaties"),
    path("zaak/<uuid:pk>/indicatie/", indicatie, name="indicatie"),
    path("indicatie/<uuid:pk>/afloop/", afloop, name="afloop"),
    path("indicatie/<uuid:pk>/levering/", levering, name="levering"),
    path("indicatie/<uuid:pk>/verlengen/", opdracht.verlengen, name="opdracht_verlengen"),
    path("zaak/<uuid:pk>/budgetplan/", budgetplan.vastleggen, name="budgetplan_vastleggen"),
    path("budgetplan/<uuid:pk>/", budgetplan.budgetplan, name="budgetplan"),
    path("budgetplan/<uuid:pk>/wijzigen/", budgetplan.wijzigen, name="budgetplan_wijzigen"),
    path("budgetplan/<uuid:pk>/intrekken/", budgetplan.intrekken, name="budgetplan_intrekken"),
    path("leveringen/", leveringen, name="leveringen"),
    path("zaak/<uuid:pk>/opdracht/", opdracht.opdracht, name="opdracht"),
    path("zaak/<uuid:pk>/verzoek/", verzoek.registreren, name="verzoek_registreren"),
    path("toewijzingsverzoek/<uuid:pk>/", verzoek.verzoek, name="verzoek"),
    path("aanbieders/", contracten.aanbieders, name="aanbieders"),
    path("aanbieder/toevoegen/", contracten.aanbieder_toevoegen, name="aanbieder_toevoegen"),
    path("aanbieder/<uuid:pk>/", contracten.aanbieder, name="aanbieder"),
    path("contract/<uuid:pk>/", contracten.contract, name="contract"),
    path("producten/", producten.producten, name="producten"),
    path("product/toevoegen/", producten.product_toevoegen, name="product_toevoegen"),
    path("product/<uuid:pk>/", producten.product, name="product"),
    path("tarieven/", contracten.tarieven, name="tarieven"),
    path("tarief/<uuid:pk>/beeindigen/", contracten.tarief_stoppen, name="tarief_beeindigen"),
    path("herinneringen/", herinneringen, name="herinneringen"),
    path("herinneringsschema/", herinneringsschema, name="herinneringsschema"),
    path("indicatie/<uuid:pk>/intrekken/", intrekken, name="indicatie_intrekken"),
]
