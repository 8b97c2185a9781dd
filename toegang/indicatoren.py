"""The indicators of the dossier header, in fixed order (pure: no query, no clock)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from toegang.opmaak import onvolledige_datum
from toegang.rechten import Recht
from toegang.veilig_contact import waarheen

# What each indicator asks of a colleague; the page "Uitleg" shows it, each indicator links to its line.
UITLEG: dict[str, tuple[str, str]] = {
    "overleden": ("Overleden", "Er gaat geen brief meer naar deze inwoner en er komt geen nieuw huisbezoek."),
    "spoed": (
        "Spoed",
        "Beslis meteen over een tijdelijke voorziening. Het onderzoek loopt door (Wmo 2015 art. "
        "2.3.3).",
    ),
    "let_op_bij_bezoek": (
        "Let op bij bezoek",
        "Lees dit voordat u een bezoek plant of aflegt. "
        "De reden ziet alleen de regisseur.",
    ),
    "veilig_contact": ("Veilig contact", "Bel, mail en schrijf alleen zoals hier staat. Iemand anders kan meelezen."),
    "geheim_adres": ("Geheim adres", "Het adres staat niet in lijsten. Geef het aan niemand door."),
    "afgeschermd": ("Afgeschermd", "Alleen collega's die met naam zijn genoemd, kunnen dit openen."),
    "vertegenwoordiger": (
        "Curator of mentor",
        "Een curator krijgt de brieven in plaats van de inwoner. "
        "Een mentor krijgt een afschrift.",
    ),
    "minderjarig": (
        "Minderjarig",
        "Tot 12 jaar beslissen de ouders. Van 12 tot 16 jaar beslissen ouders en kind. "
        "Vanaf 16 jaar beslist de jongere zelf.",
    ),
    "tolk": ("Tolk", "Regel een tolk voor gesprekken. Leg brieven mondeling uit."),
    "slechthorend": ("Slechthorend", "Spreek liever af dan dat u belt. Vraag wat helpt."),
    "grote_letters": ("Grote letters", "Brieven worden in grote letters gemaakt."),
    "verhuisd": ("Verhuisd", "Controleer het adres voordat u iets verstuurt. Kijk of de gemeente nog aan zet is."),
    "adres_in_onderzoek": ("Adres in onderzoek", "Controleer het adres bij de inwoner voordat u iets verstuurt."),
}  # fmt: skip


@dataclass(frozen=True)
class Indicator:
    """Icon and word; `soort` is a key of UITLEG."""

    soort: str
    tekst: str


def indicatoren(zaak, vertegenwoordigers: Iterable, vandaag: datetime.date) -> list[Indicator]:
    """All that hold for this inwoner and zaak; `zaak` knows what its reader may see (`met_rechten`)."""
    i = zaak.dossier.inwoner
    uit: list[Indicator] = []

    def voeg(soort: str, tekst: str) -> None:
        uit.append(Indicator(soort, tekst))

    if i.overleden_op:
        voeg("overleden", f"Overleden op {onvolledige_datum(i.overleden_op)}")
    if zaak.spoed and zaak.is_open:
        maatregel = zaak.spoed_maatregel if zaak.mag(Recht.INHOUD_INZIEN) else ""
        voeg("spoed", f"Spoed: {maatregel}" if maatregel else "Spoed")
    if i.let_op_bij_bezoek:
        mag = zaak.mag(Recht.INHOUD_BEWERKEN)
        voeg("let_op_bij_bezoek", f"Let op bij bezoek: {i.let_op_bij_bezoek}" if mag else "Let op bij bezoek")
    if let_op := waarheen(i).let_op:
        voeg("veilig_contact", f"Veilig contact: {let_op}")
    if i.geheim:
        voeg("geheim_adres", "Geheim adres")
    if zaak.afgeschermd or zaak.dossier.afgeschermd:
        voeg("afgeschermd", "Afgeschermd")
    wie = [v for v in vertegenwoordigers if v.soort in ("curator", "mentor")]
    uit.extend(Indicator("vertegenwoordiger", f"{v.get_soort_display()}: {v.naam}") for v in wie)
    if i.onder_curatele and not any(v.soort == "curator" for v in wie):
        voeg("vertegenwoordiger", "Curator: nog niet bekend")
    if i.geboortedatum.minstens(18, vandaag) is False and not i.overleden_op:
        leeftijd = i.geboortedatum.leeftijd(vandaag)
        voeg("minderjarig", "Minderjarig" if leeftijd is None else f"Minderjarig, {leeftijd} jaar")
    if i.tolk:
        voeg("tolk", f"Tolk: {i.tolk}")
    if i.slechthorend:
        voeg("slechthorend", "Slechthorend")
    if i.grote_letters:
        voeg("grote_letters", "Grote letters")
    if i.vertrokken_op:
        voeg("verhuisd", f"Verhuisd op {onvolledige_datum(i.vertrokken_op)}")
    elif i.gemeente_code not in ("", settings.GEMEENTE["code"]):
        voeg("verhuisd", "Woont in een andere gemeente")
    if i.adres_in_onderzoek:
        voeg("adres_in_onderzoek", "Adres in onderzoek")
    return uit


def lijstmerken(inwoner) -> list[Indicator]:
    """What must be known before somebody calls, writes or goes there, as words in a row of a list.

    What it asks stands inside, for who may read that.
    """
    uit = [
        ("overleden", inwoner.overleden_op),
        ("let_op_bij_bezoek", inwoner.let_op_bij_bezoek),
        ("veilig_contact", waarheen(inwoner).let_op),
    ]
    return [Indicator(soort, UITLEG[soort][0]) for soort, geldt in uit if geldt]
