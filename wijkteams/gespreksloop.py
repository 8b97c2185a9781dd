"""The course of the talk, beside every screen of the visit: its parts ticked by what was said, what is still needed."""

from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse

from toegang.models import Zaak
from toegang.rechten import Wet
from wijkteams.models import Hulpvraag, Onderzoek
from wijkteams.regels import Punt, ontbreekt_in_onderzoek, open_treden, zeven_punten


@dataclass(frozen=True)
class Deel:
    """A part of the talk, or a screen of the visit."""

    naam: str
    url: str
    klaar: bool = False
    nu: bool = False
    na_afloop: bool = False  # not for the table: it shows all that was said


@dataclass
class Gespreksloop:
    """What stands under the thumb."""

    delen: list[Deel] = field(default_factory=list)
    schermen: list[Deel] = field(default_factory=list)
    punten: list[tuple[Punt, str]] = field(default_factory=list)  # a to g, and where each is filled in
    ook_nodig: list[tuple[str, str]] = field(default_factory=list)

    @property
    def nog_nodig(self) -> int:
        return sum(not punt.klaar for punt, _ in self.punten) + len(self.ook_nodig)


SCHERMEN = (
    ("gesprek", "Gesprek"), ("zrm", "Zelfredzaamheid"), ("afweging", "Oplossingen afwegen"), ("jeugd", "Jeugd"),
    ("foto", "Foto’s"), ("plan", "Plan"), ("verslag", "Verslag"),
)  # fmt: skip


def gespreksloop(
    zaak: Zaak, onderzoek: Onderzoek | None, scherm: str, blokken: list[dict] | None = None
) -> Gespreksloop:
    """Of this zaak, seen from this screen; the onderzoek comes from `onderzoek_van`."""
    adres = {naam: reverse(f"wijkteams:{naam}", args=[zaak.pk]) for naam, _ in SCHERMEN}
    loop = Gespreksloop()
    loop.schermen = [
        Deel(label, adres[naam], nu=naam == scherm, na_afloop=naam == "verslag")
        for naam, label in SCHERMEN
        if naam != "jeugd" or zaak.wet == Wet.JEUGDWET
    ]
    if scherm == "gesprek":
        loop.delen = _delen(onderzoek, blokken or [])
    if onderzoek is None:
        return loop
    hulpvragen = list(onderzoek.hulpvragen.all())
    if zaak.wet == Wet.JEUGDWET:
        loop.ook_nodig = [(zin, adres[_waar_jeugd(zin)]) for zin in ontbreekt_in_onderzoek(onderzoek)]
        return loop
    punten = zeven_punten(
        onderzoek, onderzoek.gespreksdelen.all(), [list(h.treden.all()) for h in hulpvragen]
    )
    loop.punten = [(punt, _waar(punt, hulpvragen, adres)) for punt in punten]
    if not hulpvragen:
        loop.ook_nodig.append(("Er is nog geen hulpvraag vastgelegd.", adres["afweging"]))
    if not onderzoek.pgb_verteld:
        zin = "Nog niet uitgelegd dat een persoonsgebonden budget kan (lid 6)."
        loop.ook_nodig.append((zin, f"{adres['gesprek']}#geld"))
    return loop


def _waar_jeugd(zin: str) -> str:
    if "hulpvraag" in zin:
        return "afweging"
    return "gesprek" if "persoonsgebonden" in zin else "jeugd"


def _waar(punt: Punt, hulpvragen: list[Hulpvraag], adres: dict[str, str]) -> str:
    """The part of the talk, or the first rung of these that is still open."""
    if punt.anker:
        return f"{adres['gesprek']}#{punt.anker}"
    for hulpvraag in hulpvragen:
        treden = list(hulpvraag.treden.all())
        for nummer in open_treden(treden):
            if nummer in punt.treden:
                return trede_url(adres["afweging"], hulpvraag.pk, nummer)
    if hulpvragen and punt.treden:
        return trede_url(adres["afweging"], hulpvragen[0].pk, punt.treden[0])
    return adres["afweging"]


def trede_url(afweging: str, hulpvraag: UUID, trede: int) -> str:
    """The rung, open."""
    return f"{afweging}?open={hulpvraag}.{trede}#trede"


def _delen(onderzoek: Onderzoek | None, blokken: list[dict]) -> list[Deel]:
    """In the order of a conversation; of the areas of life those that matter here."""
    o = onderzoek
    gezien = bool(o and o.bezoek and o.bezoek.identiteit_gezien not in ("", "niet gezien"))
    delen = [
        Deel("Kennismaken", "#kennismaken", gezien),
        Deel("Uw vraag", "#uw-vraag", bool(o and o.behoeften and o.hulpvragen.all())),
    ]  # fmt: skip
    delen += [Deel(b["naam"], f"#gebied-{b['anker']}", bool(b["gevuld"])) for b in blokken if b["open"]]
    if any(not b["open"] for b in blokken):
        delen.append(Deel("Andere onderwerpen", "#leefgebieden", False))
    treden = [t for h in o.hulpvragen.all() for t in h.treden.all()] if o else []
    delen += [
        Deel("Mantelzorger", "#mantelzorger", bool(o and o.mantelzorger_behoeften)),
        Deel("In de buurt", "#buurt", any(t.trede in (5, 6) for t in treden)),
        Deel("Geld en pgb", "#geld", bool(o and o.bijdrage_verteld and o.pgb_verteld)),
        Deel("Afronden", "#afronden", False),
    ]
    return delen
