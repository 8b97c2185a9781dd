"""Addresses of the talk and the plan: <noun>/<pk>/<act>/."""

from django.urls import path

from wijkteams.views import (
    aannemen,
    afweging,
    afwezigheid,
    contactpersoon,
    dag,
    evaluatie,
    foto,
    gesprek,
    huisbezoek,
    jeugd,
    opschalen,
    overdragen,
    plan,
    tekstblok,
    verdelen,
    verslag,
    zrm,
)

app_name = "wijkteams"
urlpatterns = [
    path("organisatie/<uuid:pk>/contactpersoon/", contactpersoon.contactpersoon, name="contactpersoon"),
    path("afwezigheid/", afwezigheid.afwezigheid, name="afwezigheid"),
    path("afwezigheid/<uuid:pk>/terug/", afwezigheid.terug, name="afwezigheid_terug"),
    path("dag/", dag.dag, name="dag"),
    path("dag/afdrukken/", dag.dag_afdrukken, name="dag_afdrukken"),
    path("huisbezoek/<uuid:pk>/agenda.ics", dag.huisbezoek_agenda, name="huisbezoek_agenda"),
    path("tekstblok/", tekstblok.tekstblokken, name="tekstblokken"),
    path("tekstblok/nieuw/", tekstblok.toevoegen, name="tekstblok_toevoegen"),
    path("tekstblok/<uuid:pk>/wijzigen/", tekstblok.wijzigen, name="tekstblok_wijzigen"),
    path("verdelen/", verdelen.verdelen, name="verdelen"),
    path("zaak/overdragen/", overdragen.overdragen, name="overdragen"),
    path("zaak/<uuid:pk>/toewijzen/", verdelen.toewijzen, name="toewijzen"),
    path("zaak/<uuid:pk>/aannemen/", aannemen.aannemen, name="aannemen"),
    path("zaak/<uuid:pk>/opschalen/", opschalen.opschalen, name="opschalen"),
    path("zaak/<uuid:pk>/huisbezoek/", huisbezoek.huisbezoek, name="huisbezoek"),
    path("zaak/<uuid:pk>/gesprek/", gesprek.gesprek, name="gesprek"),
    path("zaak/<uuid:pk>/jeugd/", jeugd.jeugd, name="jeugd"),
    path("zaak/<uuid:pk>/foto/", foto.foto, name="foto"),
    path("zaak/<uuid:pk>/zrm/", zrm.zrm, name="zrm"),
    path("zaak/<uuid:pk>/afweging/", afweging.afweging, name="afweging"),
    path("zaak/<uuid:pk>/verslag/", verslag.verslag, name="verslag"),
    path("zaak/<uuid:pk>/plan/", plan.plan, name="plan"),
    path("zaak/<uuid:pk>/plan/evaluatie/", evaluatie.evaluatie, name="evaluatie"),
]
