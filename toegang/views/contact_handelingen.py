"""The acts on the page of one contact: each reads its form, calls one use-case, and says what happened."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.forms import Form
from django.utils import timezone

from toegang import opmaak
from toegang.dubbelen import LIJKT_OP
from toegang.forms.contact import NieuweInwonerVelden, Zoekvelden
from toegang.forms.contact_handelingen import (
    NIET_BEKEND,
    ZELFDE,
    BriefWegFormulier,
    HerstelFormulier,
    TerugbelFormulier,
    UitkomstFormulier,
    ZaakKiezenFormulier,
)
from toegang.formulier import fouten_overnemen
from toegang.inzendingen import zoekbegin
from toegang.models import Contactmoment, Verouderd
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.contact_bij_zaak import contact_bij_zaak, contact_niet_van_mij
from toegang.usecases.contact_koppelen import contact_koppelen
from toegang.usecases.contact_oppakken import contact_oppakken
from toegang.usecases.inwoner_registreren import inwoner_registreren
from toegang.usecases.koppeling_herstellen import koppeling_herstellen
from toegang.usecases.terugbelbrief import terugbelbrief_maken, terugbelbrief_versturen
from toegang.usecases.terugbelpoging_vastleggen import (
    gemiste_pogingen,
    terugbelpoging_vastleggen,
    volgende_poging,
)
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.zoekvelden import (
    ZOEKNAMEN,
    eerder_gevonden,
    niet_getoonde_dubbelen,
    zoeken_met,
    zoekvelden_van,
)
from toegang.zoeken import Zoekresultaat

EERST_ZOEKEN = "Kijk eerst of de inwoner er al is: zoek, en kies daarna"


@dataclass
class Blad:
    """The forms of this page, and what a search in it found."""

    request: object
    contact: Contactmoment
    zaken: list
    vaak_genoeg: bool = False
    handeling: str = ""
    vandaag: object = None
    formulieren: dict[str, Form] = field(default_factory=dict)
    zoekvelden: Zoekvelden | None = None
    resultaat: Zoekresultaat | None = None

    def __post_init__(self):
        post = self.request.POST
        self.vandaag = timezone.localdate()
        self.handeling = post.get("formuliernaam", "")

        def eigen(naam: str):
            return post if self.handeling == naam else None

        self.formulieren = {
            "afhandelen": UitkomstFormulier(eigen("afhandelen"), vaak_genoeg=self.vaak_genoeg),
            "terugbellen": TerugbelFormulier(
                eigen("terugbellen"),
                vandaag=self.vandaag,
                initial={"opnieuw_op": volgende_poging(self.vandaag)},
            ),
            "brief_weg": BriefWegFormulier(
                eigen("brief_weg"), vandaag=self.vandaag, initial={"verzonden_op": self.vandaag}
            ),
            "zaak": ZaakKiezenFormulier(eigen("zaak"), zaken=self.zaken),
            "koppelen": NieuweInwonerVelden(eigen("koppelen"), initial=zoekbegin(self.contact)),
            "herstellen": HerstelFormulier(eigen("herstellen")),
        }
        if self.handeling in ("koppelen", "herstellen"):
            self.zoekvelden = zoekvelden_van(self.request)
            self.resultaat = zoeken_met(self.request, self.zoekvelden)
        self.formulieren["herstellen"].toon_treffers(
            self.resultaat.treffers if self.resultaat and self.handeling == "herstellen" else (),
            op_zaak=bool(self.contact.zaak_id), gekoppeld=bool(self.contact.inwoner_id),
        )  # fmt: skip

    @property
    def formulier(self) -> Form:
        return self.formulieren[self.handeling]

    @property
    def versie(self) -> int | None:
        return versie_uit(self.request)

    def niet_bewaard(self) -> list[tuple[str, str]]:
        """What was typed in a form that cannot be drawn any more: a colleague was first."""
        formulier = self.formulieren.get(self.handeling)
        tekst = [veld for veld in formulier or () if isinstance(veld.value(), str) and veld.value().strip()]
        return [(str(veld.label), veld.value()) for veld in tekst if not hasattr(veld.field, "choices")]

    @property
    def basis(self) -> dict:
        return {"contact_id": self.contact.pk, "door": self.request.lezer, "vandaag": self.vandaag}


def handelen(blad: Blad) -> str | None:
    """What happened, for the next page; None when nothing did and the form says why."""
    handeling = HANDELINGEN.get(blad.handeling)
    if handeling is None:
        return None
    formulier = blad.formulieren.get(blad.handeling)
    if "zoeken" in blad.request.POST:
        formulier.alleen_zoeken(blad.zoekvelden or formulier)
        if blad.resultaat is None and not formulier.errors:
            formulier.add_error(
                None, "Vul een naam, geboortedatum, telefoonnummer, BSN, of postcode en huisnummer in"
            )
        elif isinstance(formulier, NieuweInwonerVelden):
            formulier.naam_overnemen()
        return None
    if formulier is not None and not formulier.is_valid():
        return None
    try:
        return handeling(blad)
    except Verouderd as fout:
        ingehaald(blad.request, formulier, fout.huidig)
    except (OngeldigeOvergang, ValidationError) as fout:
        if formulier is None:
            raise
        fouten_overnemen(formulier, fout, ZOEKNAMEN)
    return None


def _oppakken(blad: Blad) -> str:
    contact_oppakken(**blad.basis, overnemen="overnemen" in blad.request.POST)
    return "U hebt dit contact opgepakt. Collega's zien dat."


def _terugbellen(blad: Blad) -> str:
    c = blad.formulier.cleaned_data
    poging = terugbelpoging_vastleggen(**blad.basis, nu=timezone.now(), versie=blad.versie, **c)
    if poging.bereikt:
        return "Gesprek vastgelegd. Handel het contact nu af, of open een zaak."
    gemist, contact = gemiste_pogingen(poging.contactmoment), poging.contactmoment
    dag = opmaak.datum_lang(contact.terugbellen_op)
    return f"{gemist}e poging vastgelegd. U belt opnieuw op {dag}."


def _brief_maken(blad: Blad) -> str:
    try:
        terugbelbrief_maken(**blad.basis)
    except ValidationError as fout:
        raise OngeldigeOvergang(" ".join(fout.messages)) from fout
    return (
        "Wij maken de brief. Dat duurt meestal minder dan een minuut. Druk hem dan af en doe hem op de post."
    )


def _brief_weg(blad: Blad) -> str:
    terugbelbrief_versturen(**blad.basis, versie=blad.versie, **blad.formulier.cleaned_data)
    return "Brief verstuurd. Het contact is afgehandeld: niet bereikt na drie pogingen."


def _afhandelen(blad: Blad) -> str:
    contact = contact_afhandelen(**blad.basis, versie=blad.versie, **blad.formulier.cleaned_data)
    naar = f" ({contact.route_naar})" if contact.route_naar else ""
    return f"Contact afgehandeld. {contact.get_route_display()}{naar}."


def _zaak(blad: Blad) -> str:
    contact = contact_bij_zaak(
        **blad.basis, zaak_id=blad.formulier.cleaned_data["zaak"], nu=timezone.now(), versie=blad.versie
    )
    wie = (
        f"{contact.zaak.regisseur.naam} krijgt een taak"
        if contact.zaak.regisseur
        else "Er is nog geen regisseur"
    )
    return f"Contact bij zaak {contact.zaak.kenmerk} gezet. {wie}."


def _niet_van_mij(blad: Blad) -> str:
    contact_niet_van_mij(contact_id=blad.contact.pk, door=blad.request.lezer)
    return "Dank u wel. De administratie zoekt verder bij wie dit hoort."


def _koppelen(blad: Blad) -> str | None:
    """Somebody found, or a new person after a search."""
    formulier, door = blad.formulier, blad.request.lezer
    if "nieuw" in blad.request.POST:
        getoond = eerder_gevonden(blad.request, blad.zoekvelden)
        if getoond is None:
            formulier.add_error(None, EERST_ZOEKEN)
            return None
        velden = formulier.nieuwe_inwoner()
        if not velden["geslachtsnaam"]:
            formulier.add_error("nieuw_geslachtsnaam", "Vul de achternaam in")
            return None
        if dubbel := niet_getoonde_dubbelen(blad.request, velden, getoond):
            blad.resultaat = Zoekresultaat((*dubbel, *(blad.resultaat.treffers if blad.resultaat else ())))
            formulier.add_error(None, LIJKT_OP)
            return None
        inwoner_id = inwoner_registreren(door=door, **velden).pk
    else:
        inwoner_id = _gekozen(blad.request.POST.get("inwoner", ""))
        if inwoner_id is None:
            formulier.add_error(None, "Kies wie de inwoner is")
            return None
    gekoppeld = contact_koppelen(contact_id=blad.contact.pk, inwoner_id=inwoner_id, door=door)
    return f"Contact gekoppeld aan {gekoppeld.inwoner.naam.weergave()}."


def _herstellen(blad: Blad) -> str:
    c = blad.formulier.cleaned_data
    naar = {NIET_BEKEND: None, ZELFDE: blad.contact.inwoner_id}.get(c["naar"], c["naar"])
    contact = koppeling_herstellen(
        **blad.basis, nu=timezone.now(), reden=c["reden"], inwoner_id=naar, versie=blad.versie
    )
    wie = contact.inwoner.naam.weergave() if contact.inwoner else "niemand: zoek uit wie het is"
    return f"Koppeling hersteld: dit contact hoort nu bij {wie}. Wie ermee werkte, krijgt bericht."


def _gekozen(tekst: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(tekst)
    except ValueError:
        return None


HANDELINGEN: dict[str, Callable[[Blad], str | None]] = {
    "oppakken": _oppakken,
    "terugbellen": _terugbellen,
    "afhandelen": _afhandelen,
    "brief_maken": _brief_maken,
    "brief_weg": _brief_weg,
    "zaak": _zaak,
    "niet_van_mij": _niet_van_mij,
    "koppelen": _koppelen,
    "herstellen": _herstellen,
}
