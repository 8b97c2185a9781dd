"""What this room adds to the dossier page: running help, the next step, what holds a zaak open."""

from django.db.models import Exists, OuterRef
from django.utils.dateparse import parse_date

from toegang.feiten import als, rijen
from toegang.onderdelen import Feiten, Menuregel, Onderdeel, Paneel, Stap
from toegang.rechten import Recht
from toegang.statussen import ZaakStatus
from voorzieningen.cijferlijsten import CIJFERS
from voorzieningen.leveringsstand import stand_op_regel
from voorzieningen.models import Indicatie, Toewijzingsverzoek
from voorzieningen.regels import omvang_in_woorden
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.usecases.hulp_vasthouden import hulp_vasthouden
from voorzieningen.usecases.ladder_stoppen import bij_heronderzoek
from voorzieningen.usecases.verwijzing_vastleggen import NAVRAGEN
from voorzieningen.usecases.verwijzingen_vasthouden import verwijzingen_vasthouden

LOOPT = (
    "volume", "eenheid", "frequentie", "status", "ingangsdatum", "einddatum", "product_id", "product__naam",
    "aanbieder_id", "aanbieder__naam", "stil_vanaf", "levering__id", "levering__uiterlijk_begin_op",
    "levering__toegewezen_op", "levering__begonnen_op", "levering__gestopt_op", "levering__stopreden",
)  # fmt: skip
KLAAR_ZONDER_BESLUIT = "Zaak afsluiten: de hulp rust op een verwijzing of bepaling"


def hulpfeiten(lezer, vandaag) -> Feiten:
    """Help of this dossier that was granted or runs, of the zaken whose execution this reader may see."""
    gezien = Indicatie.objects.voor(lezer, Recht.UITVOERING_INZIEN).filter(dossier=OuterRef("dossier_id"))
    return {"feit_hulp": rijen(gezien.geldend().met_lijstgegevens().met_levering(vandaag), *LOOPT)}


def loopt_nu(zaak, feiten, vandaag) -> dict:
    """A line for each, with its extent and how the delivery goes."""
    regels = []
    for i in als(Indicatie, feiten["feit_hulp"]):
        i.stil_vanaf = parse_date(i.stil_vanaf or "")
        omvang = omvang_in_woorden(i.volume, i.eenheid, i.frequentie)
        regels.append((i, omvang, stand_op_regel(i, vandaag)))
    return {"regels": regels}


FEITEN = {
    "feit_indicatie": Exists(Indicatie.objects.filter(zaak=OuterRef("pk"))),
    "feit_op_verwijzing": Exists(Indicatie.objects.zonder_besluit().filter(zaak=OuterRef("pk"))),
}


def nu_te_doen(lezer, zaak) -> list[Stap]:
    """Propose help once the question is being weighed and nothing was proposed yet; after a referral: close it."""
    kan_dicht = zaak.is_open and zaak.status != ZaakStatus.BESLUITVORMING  # there a decision closes it
    if zaak.feit_op_verwijzing and kan_dicht and zaak.mag(Recht.INHOUD_BEWERKEN):
        return [Stap(KLAAR_ZONDER_BESLUIT, "toegang:zaak_afsluiten", zaak.pk, volgorde=80)]
    if zaak.status not in (ZaakStatus.ONDERZOEK, ZaakStatus.BESLUITVORMING):
        return []
    if not zaak.mag(Recht.INHOUD_BEWERKEN) or zaak.feit_indicatie:
        return []
    return [Stap("Hulp voorstellen", "voorzieningen:indicatie", zaak.pk, volgorde=60)]


def hulp_zonder_besluit(zaak) -> bool:
    """A doctor, a certified institution or a judge opened this help: the zaak waits for no decision."""
    return Indicatie.objects.zonder_besluit().filter(zaak=zaak).exists()


def blokkeert_sluiten(zaak) -> list[str]:
    """A proposal that nobody decided on, a provider who waits for an answer."""
    if Toewijzingsverzoek.objects.filter(zaak=zaak, antwoord="").exists():
        return ["Een aanbieder wacht op antwoord. Beantwoord het verzoek eerst."]
    if Indicatie.objects.filter(zaak=zaak, status=IndicatieStatus.VOORGESTELD).exists():
        return [
            "Er is hulp voorgesteld waarover nog niet is besloten. Trek het voorstel in, of neem een besluit."
        ]
    return []


def lopende_zaken():
    """Zaken with help that was granted and has not ended."""
    return Indicatie.objects.geldend().values("zaak_id")


def te_beeindigen(zaak) -> list[Stap]:
    """Help that was granted in this zaak."""
    aantal = Indicatie.objects.geldend().filter(zaak=zaak).count()
    if not aantal:
        return []
    hulp = "De hulp die loopt" if aantal == 1 else f"De hulp die loopt ({aantal} voorzieningen)"
    return [Stap(hulp, "voorzieningen:indicaties", zaak.pk, volgorde=60)]


def bij_overlijden(*, inwoner, door, vandaag) -> None:
    """Help that runs is held, and nobody asks any more how a referral went."""
    hulp_vasthouden(inwoner=inwoner, door=door, vandaag=vandaag)
    verwijzingen_vasthouden(inwoner=inwoner, door=door, vandaag=vandaag)


PANEEL = Paneel(
    "loopt_nu", "Loopt nu", "voorzieningen/_loopt_nu.html", Recht.UITVOERING_INZIEN, hulpfeiten, loopt_nu, volgorde=60
)  # fmt: skip
ONDERDEEL = Onderdeel(
    naam="voorzieningen",
    persoonsgegevens={
        "voorzieningen.Indicatie": "dossier__inwoner",
        "voorzieningen.Herinnering": "indicatie__dossier__inwoner",
        "voorzieningen.Verwijzing": ("zaak__dossier__inwoner", "contactmoment__inwoner"),
        "voorzieningen.Levering": "indicatie__dossier__inwoner",
        "voorzieningen.Onderbreking": "levering__indicatie__dossier__inwoner",
        "voorzieningen.Grondslagdocument": "indicatie__dossier__inwoner",
        "voorzieningen.Toewijzingsverzoek": "zaak__dossier__inwoner",
        "voorzieningen.Budgetplan": "zaak__dossier__inwoner",
        "voorzieningen.Budgetplanregel": "plan__zaak__dossier__inwoner",
    },
    panelen=(PANEEL,),
    blokkeert_sluiten=blokkeert_sluiten,
    hulp_zonder_besluit=hulp_zonder_besluit,
    bij_overlijden=bij_overlijden,
    bij_heronderzoek=bij_heronderzoek,
    lopende_zaken=lopende_zaken,
    te_beeindigen=te_beeindigen,
    feiten=FEITEN,
    cijfers=CIJFERS,
    afvinkbaar=frozenset({"herinnering_zelf"}),  # somebody called or wrote
    blijvende_taken=frozenset(
        {
            "toewijzen",
            "niet_geleverd",
            "levering_gestopt",
            "verzoek_aanbieder",
            "jeugd_18",
            "heronderzoek_gepland",
            NAVRAGEN,
        }
    ),
    nu_te_doen=nu_te_doen,
    menu=(
        Menuregel("Hulp in de buurt", "voorzieningen:kaart_zaak", Recht.INHOUD_INZIEN, volgorde=34),
        Menuregel("Voorzieningen", "voorzieningen:indicaties", Recht.UITVOERING_INZIEN, volgorde=50),
    ),
)
