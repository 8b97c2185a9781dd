"""The dossier header and the side menu: on every page of a dossier, always the same."""

import datetime
from dataclasses import dataclass, field
from functools import lru_cache

from django.template.loader import render_to_string
from django.urls import get_script_prefix, get_urlconf
from django.utils import timezone
from django.utils.safestring import SafeString

from toegang import onderdelen, opmaak
from toegang.adres import LEEG, adres_van
from toegang.indicatoren import Indicator, indicatoren
from toegang.models import Termijn, Vertegenwoordiger, Zaak
from toegang.omgeving import Menupunt
from toegang.onderdelen import Kopregel, Menuregel
from toegang.rechten import Grond, Recht, Rol
from toegang.vertegenwoordiging import in_functie, in_functie_gelezen
from toegang.zaakvraag import termijnen_van


@dataclass
class Zaakkop:
    """What the header shows of one zaak."""

    naam: str
    aanschrijving: str
    geboren: str
    adres: str
    telefoon: str
    indicatoren: list[Indicator]
    regisseur: str
    team: str
    termijn: Termijn | None
    meer_termijnen: int
    gezien_als: str
    mag_bsn: bool
    heeft_bsn: bool
    bsn: str = ""
    termijnen: list[Termijn] = field(default_factory=list)
    vertegenwoordigers: list[Vertegenwoordiger] = field(default_factory=list)
    regels: list[Kopregel] = field(default_factory=list)  # of the rooms


def zaakcontext(request, zaak: Zaak) -> dict:
    """Context of `toegang/zaak_basis.html`; the zaak comes from `zaak_ophalen`, which read all of it."""
    vandaag = timezone.localdate()
    return {
        "zaak": zaak,
        "inwoner": zaak.dossier.inwoner,
        "kop": zaakkop(request.lezer, zaak, vandaag),
        "zijmenu": zijmenu(request, zaak),
        "vandaag": vandaag,
    }


def zaakkop(lezer, zaak: Zaak, vandaag: datetime.date) -> Zaakkop:
    """The header for this reader."""
    inwoner = zaak.dossier.inwoner
    termijnen = termijnen_van(zaak)
    lopend = [t for t in termijnen if not t.gehaald_op]
    van_ons = [t for t in lopend if not t.wacht_op or t.stil_sinds]
    vertegenwoordigers = _vertegenwoordigers(zaak, vandaag)
    return Zaakkop(
        naam=inwoner.naam.weergave(),
        aanschrijving=inwoner.naam.aanschrijving(),
        geboren=geboren(inwoner, vandaag),
        adres=adres(inwoner, zaak),
        telefoon=inwoner.telefoon,
        indicatoren=indicatoren(zaak, vertegenwoordigers, vandaag),
        regisseur=zaak.regisseur.naam if zaak.regisseur else "",
        team=zaak.wijkteam.naam if zaak.wijkteam else "",
        termijn=van_ons[0] if van_ons else None,
        meer_termijnen=max(0, len(lopend) - 1),
        gezien_als=gezien_als(lezer, zaak),
        mag_bsn=zaak.mag(Recht.UITVOERING_INZIEN),
        heeft_bsn=bool(inwoner.bsn_index),
        termijnen=termijnen,
        vertegenwoordigers=vertegenwoordigers,
        regels=onderdelen.kopregels(zaak),
    )


def _vertegenwoordigers(zaak: Zaak, vandaag: datetime.date) -> list[Vertegenwoordiger]:
    gelezen, inwoner = zaak.__dict__.get("feit_vertegenwoordigers"), zaak.dossier.inwoner
    return in_functie(inwoner, vandaag) if gelezen is None else in_functie_gelezen(gelezen, inwoner)


def geboren(inwoner, vandaag: datetime.date) -> str:
    """3 april 1948 (78); of who died no age."""
    leeftijd = None if inwoner.overleden_op else inwoner.geboortedatum.leeftijd(vandaag)
    return opmaak.onvolledige_datum(inwoner.geboren) + (f" ({leeftijd})" if leeftijd is not None else "")


def adres(inwoner, zaak: Zaak) -> str:
    """The address on one line; a secret one only for who may see what is sensitive (BRP 07.70.10)."""
    if inwoner.geheim and not zaak.mag(Recht.GEVOELIG_INZIEN):
        return "Adres is geheim"
    plaats = f"{opmaak.postcode(inwoner.postcode)} {inwoner.woonplaats}".strip()
    return ", ".join(deel for deel in (inwoner.adresregel, plaats) if deel) or "Geen adres bekend"


def gezien_als(lezer, zaak: Zaak) -> str:
    """The reader's role towards this zaak, as words: "consulent van wijkteam Blerick"."""
    r = lezer.rechten
    team = f" van {teamwoord(zaak)}" if zaak.wijkteam else ""
    if zaak.pk in r.gronden:
        return f"collega met een uitzondering: {Grond(r.gronden[zaak.pk]).label.lower()}"
    for recht, rol in (
        (Recht.INHOUD_BEWERKEN, "regisseur" if zaak.regisseur_id == r.regisseur_id else "consulent"),
        (Recht.INHOUD_INZIEN, "teamleider"),
        (Recht.VERDELEN, "procescoördinator"),
    ):
        if zaak.wijkteam_id and zaak.wijkteam_id in r.teams.get(recht, {}).get(zaak.wet, ()):
            return rol + team
    rollen = [Rol(rol).label for rol in sorted(r.rollen)]
    return ", ".join(w if w.isupper() else w.lower() for w in rollen) or "systeem"


def teamwoord(zaak: Zaak) -> str:
    """wijkteam Blerick; a team whose name says it already is not said twice."""
    naam = zaak.wijkteam.naam
    return naam[:1].lower() + naam[1:] if naam.lower().startswith("wijkteam") else naam


def zijmenu(request, zaak: Zaak) -> SafeString:
    """The parts of this zaak that the reader may open, of every room."""
    rechten = request.lezer.rechten
    mag = tuple(r for r in onderdelen.menu() if zaak.mag(r.recht) or rechten.heeft_rol(*r.rollen))
    hier = next((r.adres for r in mag if r.adres == request.resolver_match.view_name), "")
    getekend = _zijmenu(mag, hier, get_urlconf(), get_script_prefix())
    return SafeString(getekend.replace(str(LEEG), str(zaak.pk)))


@lru_cache(maxsize=500)
def _zijmenu(mag: tuple[Menuregel, ...], hier: str, urlconf: str | None, voorvoegsel: str) -> str:
    """The menu of whoever may open these parts, of no zaak yet: drawn once a process."""
    punten = [Menupunt(r.label, adres_van(r.adres, LEEG), actief=r.adres == hier) for r in mag]
    return render_to_string("onderdelen/zijmenu.html", {"punten": punten, "label": "Dossier"})
