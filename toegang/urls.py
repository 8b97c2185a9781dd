"""Addresses of the front door and of the dossier: <noun>/<pk>/<act>/."""

from django.urls import path

from toegang.views import brief, document, mijn_werk, sessie, sneltoetsen, uitleg, zaak, zaken, zoeken

app_name = "toegang"

# The front door: contact, inwoner, vraagverheldering
voordeur = []

# The dossier, what surrounds it, and the engines
dossier = [
    path("brief/<uuid:pk>/", brief.brief, name="brief"),
    path("brief/<uuid:pk>/opnieuw/", brief.opnieuw, name="brief_opnieuw"),
    path("brief/<uuid:pk>/verzenden/", brief.verzenden, name="brief_verzenden"),
    path("document/<uuid:pk>/", document.document, name="document"),
    path("mijn-werk/", mijn_werk.mijn_werk, name="mijn_werk"),
    path("sessie/verlengen/", sessie.sessie_verlengen, name="sessie_verlengen"),
    path("sneltoetsen/", sneltoetsen.sneltoetsen, name="sneltoetsen"),
    path("uitleg/kenmerken/", uitleg.indicatoren, name="indicatoren"),
    path("zaak/", zaken.zaken, name="zaken"),
    path("zaak/<uuid:pk>/", zaak.zaak, name="zaak"),
    path("zaak/<uuid:pk>/bsn/", zaak.bsn_tonen, name="bsn_tonen"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
]

urlpatterns = voordeur + dossier
