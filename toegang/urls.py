"""Addresses of the front door and of the dossier: <noun>/<pk>/<act>/."""

from django.urls import path

from toegang.views import (
    aanvraag,
    brief,
    contact,
    contact_registreren,
    document,
    mijn_werk,
    sessie,
    sneltoetsen,
    uitleg,
    vraagverheldering,
    werkvoorraad,
    zaak,
    zaak_afsluiten,
    zaak_openen,
    zaken,
    zoeken,
)

app_name = "toegang"

# The front door: contact, inwoner, vraagverheldering
voordeur = [
    path("contact/nieuw/", contact_registreren.contact_registreren, name="contact_registreren"),
    path("contact/<uuid:pk>/", contact.contact, name="contact"),
    path("contact/<uuid:pk>/zaak-openen/", zaak_openen.zaak_openen, name="zaak_openen"),
    path("werkvoorraad/", werkvoorraad.werkvoorraad, name="werkvoorraad"),
    path("zaak/<uuid:pk>/aanvraag/", aanvraag.aanvraag_registreren, name="aanvraag_registreren"),
    path("zaak/<uuid:pk>/afsluiten/", zaak_afsluiten.zaak_afsluiten, name="zaak_afsluiten"),
    path("zaak/<uuid:pk>/doorzetten/", vraagverheldering.zaak_doorzetten, name="zaak_doorzetten"),
    path("zaak/<uuid:pk>/ontvangst-bevestigen/", vraagverheldering.ontvangst_bevestigen, name="ontvangst_bevestigen"),
    path("zaak/<uuid:pk>/persoonlijk-plan/", vraagverheldering.persoonlijk_plan, name="persoonlijk_plan"),
    path("zaak/<uuid:pk>/vraagverheldering/", vraagverheldering.vraagverheldering, name="vraagverheldering"),
]

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
