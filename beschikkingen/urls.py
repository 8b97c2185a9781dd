"""/beschikkingen/<noun>/<pk>/<act>/."""

from django.urls import path

from beschikkingen.views import (
    beroep,
    besluit,
    bezwaar,
    bezwaarstappen,
    ingebrekestelling,
    lijst,
    mandaat,
    rij,
    stappen,
    wegen,
)

app_name = "beschikkingen"
urlpatterns = [
    path("rij/", rij.rij, name="rij"),
    path("zaak/<uuid:pk>/", lijst.besluiten, name="besluiten"),
    path("zaak/<uuid:pk>/ambtshalve/", wegen.ambtshalve, name="ambtshalve"),
    path("zaak/<uuid:pk>/spoed/", wegen.spoed, name="spoed"),
    path("aanvraag/<uuid:pk>/besluit/", lijst.opstellen, name="opstellen"),
    path("besluit/<uuid:pk>/", besluit.besluit, name="besluit"),
    path("besluit/<uuid:pk>/voorbeeld/", besluit.voorbeeld, name="voorbeeld"),
    path("besluit/<uuid:pk>/ter-toetsing/", stappen.ter_toetsing, name="ter_toetsing"),
    path("besluit/<uuid:pk>/zienswijze/", wegen.zienswijze, name="zienswijze"),
    path("besluit/<uuid:pk>/naar-ondertekenaar/", wegen.naar_ondertekenaar, name="naar_ondertekenaar"),
    path("besluit/<uuid:pk>/mondeling/", wegen.meedelen, name="meedelen"),
    path("besluit/<uuid:pk>/motivering/", wegen.motiveren, name="motiveren"),
    path("besluit/<uuid:pk>/oppakken/", rij.oppakken, name="oppakken"),
    path("besluit/<uuid:pk>/opmerking/", stappen.opmerking, name="opmerking"),
    path("besluit/<uuid:pk>/goedkeuren/", stappen.goedkeuren, name="goedkeuren"),
    path("besluit/<uuid:pk>/terugsturen/", stappen.terugsturen, name="terugsturen"),
    path("besluit/<uuid:pk>/ondertekenen/", stappen.ondertekenen, name="ondertekenen"),
    path("besluit/<uuid:pk>/verzenden/", stappen.verzenden, name="verzenden"),
    path("besluit/<uuid:pk>/bezwaar/", bezwaar.registreren, name="bezwaar_registreren"),
    path("besluit/<uuid:pk>/beroep/", beroep.beroep, name="beroep_registreren"),
    path("beroep/<uuid:pk>/uitspraak/", beroep.uitspraak, name="uitspraak"),
    path("mandaten/", mandaat.mandaten, name="mandaten"),
    path("mandaten/nieuw/", mandaat.vastleggen, name="mandaat_vastleggen"),
    path("mandaat/<uuid:pk>/", mandaat.mandaat, name="mandaat"),
    path("bezwaren/", bezwaar.rij, name="bezwaren"),
    path("bezwaar/<uuid:pk>/", bezwaar.bezwaar, name="bezwaar"),
    path("bezwaar/<uuid:pk>/oppakken/", bezwaar.oppakken, name="bezwaar_oppakken"),
    path("bezwaar/<uuid:pk>/verschoonbaar/", bezwaarstappen.verschoonbaar, name="bezwaar_verschoonbaar"),
    path("bezwaar/<uuid:pk>/herstel/", bezwaarstappen.herstel, name="bezwaar_herstel"),
    path("bezwaar/<uuid:pk>/commissie/", bezwaarstappen.commissie, name="bezwaar_commissie"),
    path("bezwaar/<uuid:pk>/hoorzitting/", bezwaarstappen.hoorzitting, name="hoorzitting_plannen"),
    path("bezwaar/<uuid:pk>/horen/", bezwaarstappen.horen, name="bezwaar_horen"),
    path("bezwaar/<uuid:pk>/niet-horen/", bezwaarstappen.niet_horen, name="bezwaar_niet_horen"),
    path("bezwaar/<uuid:pk>/advies/", bezwaarstappen.advies, name="bezwaar_advies"),
    path("bezwaar/<uuid:pk>/verdagen/", bezwaarstappen.verdagen, name="bezwaar_verdagen"),
    path("bezwaar/<uuid:pk>/inbreng/", bezwaar.inbreng, name="bezwaar_inbreng"),
    path("bezwaar/<uuid:pk>/intrekken/", bezwaar.intrekken, name="bezwaar_intrekken"),
    path("bezwaar/<uuid:pk>/besluit/", bezwaarstappen.besluiten, name="bezwaar_besluit"),
    path(
        "zaak/<uuid:pk>/ingebrekestelling/", ingebrekestelling.ingebrekestellingen, name="ingebrekestellingen"
    ),
    path("ingebrekestelling/<uuid:pk>/dwangsom/", ingebrekestelling.opstellen, name="dwangsom"),
    path("opmerking/<uuid:pk>/gedaan/", stappen.opmerking_gedaan, name="opmerking_gedaan"),
]
