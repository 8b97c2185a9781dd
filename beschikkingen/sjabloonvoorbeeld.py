"""A letter about an invented person, drawn by the code that draws every letter: to see a template at work.

Nothing here is a row: no query is asked, and nobody real is shown.
"""

import datetime
from decimal import Decimal

from django.conf import settings

from beschikkingen.briefbouw import briefcode, inhoud, onderwerp
from beschikkingen.briefsjabloon import briefblokken, waarden_voor
from beschikkingen.brieven import Besluitbrief
from beschikkingen.models import Aanleiding, Besluit, Besluitregel, Bezwaar, Uitkomst
from beschikkingen.sjabloondelen import Blok
from beschikkingen.soorten import OP_BEZWAAR, UITKOMSTEN_BIJ, gevolg_van
from toegang import termijnen
from toegang.brieven.basis import Adresblok, Afzender, Briefkop
from toegang.models import Aanvraag, Dossier, Inwoner, Zaak
from toegang.rechten import Wet
from voorzieningen.models import Aanbieder, Indicatie, Product

BESLOTEN, VERZONDEN = datetime.date(2026, 12, 4), datetime.date(2026, 12, 7)
GEMELD, GEVRAAGD = datetime.date(2026, 11, 3), datetime.date(2026, 11, 24)
BEGIN, EINDE, WERKT = datetime.date(2027, 1, 4), datetime.date(2028, 12, 31), datetime.date(2027, 2, 1)
REDENEN = {
    1: "u kookt, wast af en stoft. Dat blijft u doen.",
    2: "u woont alleen.",
    3: "uw dochter doet de boodschappen. Meer kan zij niet doen naast haar werk.",
    4: "uw buurman zet de vuilnis buiten. Poetsen kan hij niet.",
    5: "de klussendienst wast uw ramen. Hulp bij het poetsen is er niet.",
    6: "uw zorgverzekering betaalt deze hulp niet.",
}


def voorbeeldbrief(
    uitkomst: str, blokken: tuple[Blok, ...], *, product: Product | None = None, vorm: str = "natura"
) -> Besluitbrief:
    """The letter of mevrouw Voorbeeld with these blocks; `vorm`: natura or pgb."""
    besluit, kop = _besluit(Uitkomst(uitkomst), product, vorm), _kop()
    return Besluitbrief(
        kop=kop,
        aanhef="Geachte mevrouw Voorbeeld",
        onderwerp=onderwerp(besluit),
        bezwaar_tot=termijnen.bezwaartermijn(VERZONDEN),
        ondertekenaar="O. Voorbeeld",
        functie="teammanager",
        code=briefcode(besluit),
        blokken=briefblokken(blokken, waarden_voor(besluit, kop)),
        **inhoud(besluit),
    )


def _kop() -> Briefkop:
    return Briefkop(
        afzender=Afzender.van_gemeente(settings.GEMEENTE),
        adres=Adresblok.binnenland(
            naam="Mevrouw V. Voorbeeld", straat="Voorbeeldstraat 1", postcode="5900AA", plaats="Voorbeeldstad"
        ),
        kenmerk="B-2026-000418", contactpersoon="Vera Voorbeeld", contact_telefoon="14 077",
        besloten_op=BESLOTEN, verzonden_op=VERZONDEN, venster=settings.GEMEENTE["venster"],
    )  # fmt: skip


def _besluit(uitkomst: Uitkomst, product: Product | None, vorm: str) -> Besluit:
    """With a text in every part, so that every part is seen."""
    aanleiding = next(a for a, uitkomsten in UITKOMSTEN_BIJ.items() if uitkomst in uitkomsten)
    zaak = Zaak(
        wet=product.wet if product else Wet.WMO, gemeld_op=GEMELD,
        dossier=Dossier(inwoner=Inwoner(geboren="19480403", geslachtsnaam="Voorbeeld", geslacht="V")),
    )  # fmt: skip
    vroeg = aanleiding == Aanleiding.AANVRAAG
    besluit = Besluit(
        zaak=zaak, aanleiding=aanleiding, uitkomst=uitkomst, volgnummer=418, opgesteld_op=BESLOTEN,
        aanvraag=Aanvraag(zaak=zaak, ontvangen_op=GEVRAAGD, wijze="verslag") if vroeg else None,
        wat_kunt_u_niet="Door uw heup kunt u niet stofzuigen, dweilen en uw bed verschonen.",
        blijft_over="Er blijft werk over. Daarvoor is deze hulp.",
        wat_gebeurt_nu="Voorbeeld Thuiszorg belt u voordat de hulp begint. Bent u dan niet gebeld? Bel ons.",
        wat_kan_wel="In het Huis van de Wijk helpen vrijwilligers u verder.",
        motivering="Wij keken samen naar wat u nodig hebt. Daarom besluiten wij dit.",
        zienswijze="Wij belden u voordat wij besloten. U zei wat u ervan vindt.",
        werking_op=WERKT, bedrag=Decimal(300), opzet="U wist dat u dit moest melden.",
        regels="Verordening maatschappelijke ondersteuning, artikel 8",
    )  # fmt: skip
    if uitkomst in OP_BEZWAAR:
        eerste = Besluit(zaak=zaak, opgesteld_op=GEMELD, verzonden_op=GEMELD, volgnummer=12)
        besluit.bezwaar = Bezwaar(zaak=zaak, besluit=eerste, ontvangen_op=GEVRAAGD, gehoord_op=BESLOTEN)
    gevolg = gevolg_van(uitkomst, "wijzigen")
    regel = Besluitregel(
        besluit=besluit, indicatie=_indicatie(zaak, product, vorm), gevolg=gevolg, nieuw_volume=Decimal(60)
    )
    besluit.__dict__.update(  # what `briefgegevens` reads along with a besluit that is a row
        gelezen_regels=[regel],
        gelezen_redenen=[{"id": besluit.pk, "trede": t, "tekst": tekst} for t, tekst in REDENEN.items()],
        gelezen_contact=[{"id": besluit.pk, "kanaal": "telefoon", "namens_naam": ""}],
        gelezen_bezoek=[],
        gelezen_consulent=[],
        gelezen_budgetplannen=[],
        gelezen_planregels=[],
    )
    return besluit


def _indicatie(zaak: Zaak, product: Product | None, vorm: str) -> Indicatie:
    product = product or Product(
        naam="Huishoudelijke hulp", briefnaam="hulp in het huishouden", wat="een schone en leefbare woning",
        wet=Wet.WMO, eigen_bijdrage=True,
    )  # fmt: skip
    pgb = vorm == "pgb"
    return Indicatie(
        zaak=zaak, product=product, vorm="pgb" if pgb else "natura",
        aanbieder=None if pgb else Aanbieder(naam="Voorbeeld Thuiszorg"),
        volume=Decimal(105), eenheid="01", frequentie="2", ingangsdatum=BEGIN, einddatum=EINDE,
        tarief=Decimal(36), tarief_eenheid="04", resultaat=product.wat,
        advies_van="de ergotherapeut", advies_op=GEVRAAGD, advies="Poetsen is te zwaar voor u.",
    )  # fmt: skip
