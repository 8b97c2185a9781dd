"""What the page of a change shows: what changed, what the law says, what to look at (reads, never writes)."""

import datetime
from dataclasses import dataclass, field

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from toegang import onderdelen, opmaak
from toegang.brp_gevolgen import Gevolg, Verhuisregel, Wijziging, verhuisregel, waarheen
from toegang.models import Brpstand, Inwoner, Taak, Zaak
from toegang.onderdelen import Stap

SOORT = "brp_"
UITZOEKEN = "uitzoeken"
UITLEG: dict[str, str] = {
    Wijziging.OVERLEDEN: (
        "Er gaat geen brief meer uit en geen huisbezoek meer door. Niets stopt vanzelf: kijk hieronder wat u beëindigt."
    ),
    Wijziging.TOCH_NIET_OVERLEDEN: (
        "De BRP meldde eerder een overlijden en nu niet meer. Brieven en huisbezoeken zijn weer mogelijk."
        " Kijk wat in de tussentijd is gestopt."
    ),
    Wijziging.VERTROKKEN: "De inwoner woont volgens de BRP niet meer in Nederland.",
    Wijziging.ANDERE_GEMEENTE: "De inwoner staat volgens de BRP ingeschreven in een andere gemeente.",
    Wijziging.VERHUISD: (
        "De inwoner heeft een nieuw adres in onze gemeente. Kijk of het wijkteam, een gepland huisbezoek en de hulp"
        " nog passen."
    ),
    Wijziging.GEHEIM: (
        "Het adres staat niet meer in lijsten en zoekresultaten. Overleg met de inwoner of ook het dossier"
        " afgeschermd moet worden, en of post en huisbezoek veilig zijn."
    ),
    UITZOEKEN: (
        "De BRP kent dit BSN niet, of gaf een antwoord dat niet kan kloppen. Controleer bij de inwoner wie het is"
        " (Wmo 2015 art. 5.2.9)."
    ),
}
VERHUIZING = {Wijziging.VERTROKKEN, Wijziging.ANDERE_GEMEENTE}
STOPT = {Wijziging.OVERLEDEN, *VERHUIZING}


@dataclass(frozen=True)
class Blok:
    """One change that waits to be looked at."""

    wijziging: str
    kop: str
    uitleg: str
    sinds: str = ""
    regel: Verhuisregel | None = None
    stappen: list[tuple[Stap, str]] = field(default_factory=list)

    @property
    def gevolg(self) -> str:
        return Gevolg(self.regel.gevolg).label if self.regel else ""


UITKOMST = {
    "niet_gevonden": "De BRP kende dit BSN niet.",
    "onleesbaar": "Het antwoord was niet te gebruiken.",
    "mislukt": "Het antwoord was niet te gebruiken.",
}


def wanneer_opnieuw(inwoner: Inwoner) -> str:
    """Whether the nightly round asks about this inwoner."""
    if inwoner.overleden_op:
        return "Over wie is overleden, vragen wij de BRP niets meer."
    if not inwoner.bsn_index:
        return "Van deze inwoner is geen BSN bekend. Daarom vragen wij de BRP niets."
    return "Zolang er een zaak open is of hulp loopt, vragen wij de BRP elke nacht naar deze inwoner."


def laatst_gevraagd(inwoner: Inwoner) -> str:
    """When the BRP was last asked about this inwoner, in words."""
    stand = Brpstand.objects.filter(inwoner=inwoner, bevraagd_om__isnull=False).first()
    if stand is None:
        return "De BRP is nog niet gevraagd."
    om = opmaak.moment(timezone.localtime(stand.bevraagd_om))
    return f"Laatst gevraagd op {om}. {UITKOMST.get(stand.uitkomst, '')}".strip()


def blokken(zaak: Zaak, vandaag: datetime.date) -> list[Blok]:
    """The open changes of this zaak, the one that came first on top."""
    open_ = (
        Taak.objects.open().filter(zaak=zaak, adres="toegang:brp_wijziging").order_by("uiterlijk_op", "pk")
    )
    soorten = [taak.sleutel.split(":")[0].removeprefix(SOORT) for taak in open_]
    return [_blok(zaak, soort, vandaag) for soort in soorten if soort in UITLEG]


def _blok(zaak: Zaak, soort: str, vandaag: datetime.date) -> Blok:
    i = zaak.dossier.inwoner
    kop = "De BRP herkent deze inwoner niet" if soort == UITZOEKEN else Wijziging(soort).label
    dagen: dict[str, str] = {Wijziging.OVERLEDEN: i.overleden_op, Wijziging.VERTROKKEN: i.vertrokken_op}
    sinds = dagen.get(soort, "")
    stappen = [*onderdelen.te_beeindigen(zaak)] if soort in STOPT else []
    if soort == Wijziging.GEHEIM:
        stappen = [Stap("Dossier afschermen", "toegang:afschermen", zaak.dossier_id)]
    regel = None
    if soort in VERHUIZING:
        naar = waarheen(i.vertrokken_op, i.vertrokken_naar)
        regel = verhuisregel(zaak.wet, zaak.soort, waarheen=naar, vandaag=vandaag)
        if regel.gevolg == Gevolg.BLIJFT:
            stappen = []  # nothing ends
    return Blok(
        soort, kop, UITLEG[soort], opmaak.onvolledige_datum(sinds) if sinds else "", regel,
        [(stap, _adres(stap)) for stap in stappen],
    )  # fmt: skip


def _adres(stap: Stap) -> str:
    try:
        return reverse(stap.adres, args=[stap.pk])
    except NoReverseMatch:  # a room that is not there
        return ""
