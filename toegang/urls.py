"""Addresses of the front door and of the dossier: <noun>/<pk>/<act>/."""

from django.urls import path

from toegang.views import (
    aanvraag,
    afschermen,
    bericht,
    brief,
    brp,
    concept,
    contact,
    contact_registreren,
    document,
    feestdagen,
    gezien,
    huishouden,
    inwoner,
    inzagereden,
    inzending,
    mijn_werk,
    noodinzage,
    organisaties,
    post_registreren,
    samenvoegen,
    sessie,
    sneltoetsen,
    tafelstand,
    telefoonnotitie,
    termijnen,
    teruggekomen_post,
    tijdlijn,
    toezicht,
    uitleg,
    veiligheid,
    vernietigen,
    verzending,
    verzending_stappen,
    vraag_toevoegen,
    vraagverheldering,
    weergaven,
    werk_samen,
    werkvoorraad,
    wie,
    zaak,
    zaak_afsluiten,
    zaak_openen,
    zaak_ten_onrechte,
    zaken,
    zoeken,
)
from toegang.views import zaakloop as zaakloop_views

app_name = "toegang"

# The front door: contact, inwoner, vraagverheldering
voordeur = [
    path("contact/nieuw/", contact_registreren.contact_registreren, name="contact_registreren"),
    path("contact/<uuid:pk>/", contact.contact, name="contact"),
    path("contact/<uuid:pk>/zaak-openen/", zaak_openen.zaak_openen, name="zaak_openen"),
    path("inwoner/brp/", brp.brp_zoeken, name="brp_zoeken"),
    path("inwoner/<uuid:pk>/brp/", brp.brp_verversen, name="brp_verversen"),
    path("werkvoorraad/", werkvoorraad.werkvoorraad, name="werkvoorraad"),
    path("zaak/<uuid:pk>/aanvraag/", aanvraag.aanvraag_registreren, name="aanvraag_registreren"),
    path("aanvraag/<uuid:pk>/intrekken/", aanvraag.aanvraag_intrekken, name="aanvraag_intrekken"),
    path("zaak/<uuid:pk>/afsluiten/", zaak_afsluiten.zaak_afsluiten, name="zaak_afsluiten"),
    path("zaak/<uuid:pk>/doorzetten/", vraagverheldering.zaak_doorzetten, name="zaak_doorzetten"),
    path(
        "zaak/<uuid:pk>/ontvangst-bevestigen/",
        vraagverheldering.ontvangst_bevestigen,
        name="ontvangst_bevestigen",
    ),
    path("zaak/<uuid:pk>/persoonlijk-plan/", vraagverheldering.persoonlijk_plan, name="persoonlijk_plan"),
    path("zaak/<uuid:pk>/vraagverheldering/", vraagverheldering.vraagverheldering, name="vraagverheldering"),
]

# The dossier, what surrounds it, and the engines
dossier = [
    path("bericht/<uuid:pk>/aangekomen/", bericht.aangekomen, name="bericht_aangekomen"),
    path("bericht/<uuid:pk>/opnieuw/", bericht.opnieuw, name="bericht_opnieuw"),
    path("brief/<uuid:pk>/", brief.brief, name="brief"),
    path("brief/<uuid:pk>/opnieuw/", brief.opnieuw, name="brief_opnieuw"),
    path("brief/<uuid:pk>/teruggekomen/", teruggekomen_post.teruggekomen, name="brief_teruggekomen"),
    path("brief/<uuid:pk>/teruggekomen-afdoen/", teruggekomen_post.afdoen, name="teruggekomen_afdoen"),
    path("brief/<uuid:pk>/verzenden/", brief.verzenden, name="brief_verzenden"),
    path("concept/", concept.concept, name="concept"),
    path("document/<uuid:pk>/", document.document, name="document"),
    path("dossier/<uuid:pk>/", zaak.dossier, name="dossier"),
    path("dossier/<uuid:pk>/afschermen/", afschermen.afschermen, name="afschermen"),
    path("mijn-werk/", mijn_werk.mijn_werk, name="mijn_werk"),
    path("noodinzage/", noodinzage.noodinzage, name="noodinzage"),
    path("noodinzage/<uuid:pk>/beoordelen/", noodinzage.beoordelen, name="noodinzage_beoordelen"),
    path("noodinzagen/", noodinzage.noodinzagen, name="noodinzagen"),
    path("toezicht/", toezicht.toezicht, name="toezicht"),
    path("toezicht/<uuid:pk>/beeindigen/", toezicht.beeindigen, name="toezicht_beeindigen"),
    path("sessie/verlengen/", sessie.sessie_verlengen, name="sessie_verlengen"),
    path("sneltoetsen/", sneltoetsen.sneltoetsen, name="sneltoetsen"),
    path("uitleg/kenmerken/", uitleg.indicatoren, name="indicatoren"),
    path("zaak/", zaken.zaken, name="zaken"),
    path("zaak/<uuid:pk>/", zaak.zaak, name="zaak"),
    path("zaak/<uuid:pk>/brp/", brp.brp_wijziging, name="brp_wijziging"),
    path("zaak/<uuid:pk>/bsn/", zaak.bsn_tonen, name="bsn_tonen"),
    path("zaak/<uuid:pk>/documenten/", document.documenten, name="documenten"),
    path("zaak/<uuid:pk>/historie/", wie.historie, name="historie"),
    path("zaak/<uuid:pk>/inzagereden/", inzagereden.inzagereden, name="inzagereden"),
    path("zaak/<uuid:pk>/tafelstand/", tafelstand.tafelstand, name="tafelstand"),
    path("zaak/<uuid:pk>/tijdlijn/", tijdlijn.tijdlijn, name="tijdlijn"),
    path("zaak/<uuid:pk>/wie-keek/", wie.wie_keek, name="wie_keek"),
    path("zaak/<uuid:pk>/wie-mag/", wie.wie_mag, name="wie_mag"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
]

# Terms, holidays, and the course of a zaak
zaakloop = [
    path("gelijkgestelde/<uuid:pk>/wijzigen/", feestdagen.feestdag_wijzigen, name="feestdag_wijzigen"),
    path("feestdagen/", feestdagen.feestdagen, name="feestdagen"),
    path(
        "opschorting/<uuid:pk>/beeindigen/", termijnen.opschorting_beeindigen, name="opschorting_beeindigen"
    ),
    path("opschorting/<uuid:pk>/meer-tijd/", termijnen.meer_tijd, name="meer_tijd"),
    path("termijn/<uuid:pk>/eerste-gesprek/", termijnen.eerste_gesprek, name="eerste_gesprek"),
    path("termijn/<uuid:pk>/opschorten/", termijnen.termijn_opschorten, name="termijn_opschorten"),
    path("termijn/<uuid:pk>/verlengen/", termijnen.termijn_verlengen, name="termijn_verlengen"),
    path("zaak/<uuid:pk>/heronderzoek/", zaakloop_views.heronderzoek_openen, name="heronderzoek_openen"),
    path("zaak/<uuid:pk>/heropenen/", zaakloop_views.zaak_heropenen, name="zaak_heropenen"),
    path("zaak/<uuid:pk>/spoed/", zaakloop_views.spoed, name="spoed"),
    path("zaak/<uuid:pk>/uitleg/", zaakloop_views.uitleg, name="uitleg_vastleggen"),
    path("zaak/<uuid:pk>/veiligheid/", veiligheid.veiligheid, name="veiligheid"),
    path("zaak/<uuid:pk>/wet/", zaakloop_views.zaak_wet, name="zaak_wet"),
    path("zaak/<uuid:pk>/termijnen/", termijnen.termijnen, name="termijnen"),
]

# Lists of work
werk = [
    path("weergave/", weergaven.weergaven, name="weergaven"),
    path("werkvoorraad/samen/", werk_samen.werk_samen, name="werk_samen"),
]

# Contact and post
contacten = [
    path("contact/<uuid:pk>/gezien/", gezien.gezien, name="gezien"),
    path("contact/<uuid:pk>/nog-een-vraag/", vraag_toevoegen.vraag_toevoegen, name="vraag_toevoegen"),
    path("post/nieuw/", post_registreren.post_registreren, name="post_registreren"),
    path("zaak/<uuid:pk>/contacten/", telefoonnotitie.zaak_contacten, name="zaak_contacten"),
    path("zaak/<uuid:pk>/ten-onrechte/", zaak_ten_onrechte.zaak_ten_onrechte, name="zaak_ten_onrechte"),
    path("zaak/<uuid:pk>/telefoonnotitie/", telefoonnotitie.telefoonnotitie, name="telefoonnotitie"),
]

# Who refers from outside, and what came in by a form
verwijzers = [
    path("contact/<uuid:pk>/inzending/", inzending.inzending, name="inzending"),
    path("contact/<uuid:pk>/inzending/koppelen/", inzending.koppelen, name="inzending_koppelen"),
    path("organisatie/", organisaties.organisaties, name="organisaties"),
    path("organisatie/nieuw/", organisaties.toevoegen, name="organisatie_toevoegen"),
    path("organisatie/<uuid:pk>/", organisaties.organisatie, name="organisatie"),
    path("organisatie/<uuid:pk>/wijzigen/", organisaties.wijzigen, name="organisatie_wijzigen"),
]

# Letters by the stack
verzenden = [
    path("verzending/", verzending.verzendingen, name="verzendingen"),
    path("proefbrief/", verzending.proef, name="proefbrief"),
    path("verzending/nieuw/", verzending.nieuw, name="verzending_nieuw"),
    path("verzending/<uuid:pk>/", verzending.verzending, name="verzending"),
    path("verzending/<uuid:pk>/aanbieden/", verzending_stappen.aanbieden, name="verzending_aanbieden"),
    path("verzending/<uuid:pk>/bestand/", verzending_stappen.bestand, name="verzending_bestand"),
    path("verzending/<uuid:pk>/nakijken/", verzending_stappen.nakijken, name="verzending_nakijken"),
    path("verzending/<uuid:pk>/opheffen/", verzending_stappen.opheffen, name="verzending_opheffen"),
    path("verzending/<uuid:pk>/starten/", verzending_stappen.starten, name="verzending_starten"),
    path("verzending/<uuid:pk>/stoppen/", verzending_stappen.stoppen, name="verzending_stoppen"),
    path("verzendregel/<uuid:pk>/voorbeeld/", verzending_stappen.voorbeeld, name="verzending_voorbeeld"),
]

# The page of a person, and two that are one
persoon = [
    path("inwoner/<uuid:pk>/", inwoner.inwoner, name="inwoner"),
    path("inwoner/<uuid:pk>/huisgenoot/", huishouden.huisgenoot_zoeken, name="huisgenoot_zoeken"),
    path(
        "inwoner/<uuid:pk>/huisgenoot/<uuid:ander>/",
        huishouden.huisgenoot_toevoegen,
        name="huisgenoot_toevoegen",
    ),
    path(
        "inwoner/<uuid:pk>/samenwonen/<uuid:lid>/", huishouden.huisgenoot_wijzigen, name="huisgenoot_wijzigen"
    ),
    path("inwoner/<uuid:pk>/dubbel/", samenvoegen.dubbel, name="inwoner_dubbel"),
    path("inwoner/<uuid:pk>/naam/", inwoner.naam_wijzigen, name="inwoner_naam"),
    path("inwoner/<uuid:pk>/relatie/", inwoner.relatie_toevoegen, name="relatie_toevoegen"),
    path("inwoner/<uuid:pk>/samenvoegen/<uuid:ander>/", samenvoegen.samenvoegen, name="inwoner_samenvoegen"),
    path("inwoner/<uuid:pk>/toestemming/", inwoner.toestemming, name="toestemming_geven"),
    path(
        "inwoner/<uuid:pk>/vertegenwoordiger/",
        inwoner.vertegenwoordiger_toevoegen,
        name="vertegenwoordiger_toevoegen",
    ),
    path("inwoner/<uuid:pk>/wijzigen/", inwoner.wijzigen, name="inwoner_wijzigen"),
    path("relatie/<uuid:pk>/beeindigen/", inwoner.relatie_einde, name="relatie_beeindigen"),
    path("samenvoeging/<uuid:pk>/", samenvoegen.samenvoeging, name="samenvoeging"),
    path("samenvoeging/<uuid:pk>/herstellen/", samenvoegen.herstellen, name="samenvoeging_herstellen"),
    path("toestemming/<uuid:pk>/intrekken/", inwoner.toestemming_einde, name="toestemming_intrekken"),
    path(
        "vertegenwoordiger/<uuid:pk>/bewijs/",
        inwoner.vertegenwoordiger_bewijs,
        name="vertegenwoordiger_bewijs",
    ),
    path(
        "vertegenwoordiger/<uuid:pk>/beeindigen/",
        inwoner.vertegenwoordiger_einde,
        name="vertegenwoordiger_beeindigen",
    ),
]

# What goes: the inwoner's request, the proposal, the decision
vernietiging = [
    path("vernietiging/", vernietigen.vernietigingen, name="vernietigingen"),
    path("vernietiging/<uuid:pk>/", vernietigen.vernietiging, name="vernietiging"),
    path("zaak/<uuid:pk>/vernietigen/", vernietigen.voorstellen, name="vernietiging_voorstellen"),
    path("zaak/<uuid:pk>/vernietigverzoek/", vernietigen.vernietigverzoek, name="vernietigverzoek"),
]

urlpatterns = (
    persoon + contacten + voordeur + dossier + zaakloop + werk + verwijzers + verzenden + vernietiging
)
