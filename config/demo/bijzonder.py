"""People who try a screen, a list and a letter: each of the special situations, one dossier."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.auth.models import Permission

from config.demo.ploeg import Ploeg
from config.demo.verhaal import Verhaal
from toegang.models import Dossier, Vertegenwoordiger, Zaak, ZaakUserObjectPermission
from toegang.rechten import GROND_RECHTEN, Grond, Rol, Wet

REDEN = "demo-gemeente"
JAAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class Bijzonder:
    """What is different: fields of the person, how far the story goes, what happens afterwards."""

    naam: str
    beurt: str
    velden: dict = field(default_factory=dict)
    vooraf: Callable[[Verhaal, Ploeg], None] | None = None
    achteraf: Callable[[Verhaal, Ploeg], None] | None = None
    wet: str = Wet.WMO
    leeftijd: int | None = None


def _overleden(verhaal: Verhaal, ploeg: Ploeg) -> None:
    inwoner = verhaal.inwoner
    inwoner.refresh_from_db()
    inwoner.overleden_op, inwoner.opschorting = f"{verhaal.vandaag:%Y%m%d}", "O"
    inwoner.bewaren(door=ploeg.systeem, reden="BRP")


def _vertegenwoordiger(soort: str, naam: str, adres: str, bewijs: str) -> Callable[[Verhaal, Ploeg], None]:
    def vastleggen(verhaal: Verhaal, ploeg: Ploeg) -> None:
        Vertegenwoordiger(
            inwoner=verhaal.inwoner, soort=soort, naam=naam, adres=adres, telefoon="077 300 01 00", bewijs=bewijs,
            vanaf_op=verhaal.vandaag - JAAR,
        ).bewaren(door=ploeg.systeem, reden=REDEN)  # fmt: skip

    return vastleggen


def _afschermen(verhaal: Verhaal, ploeg: Ploeg) -> None:
    """Only the regisseur and one of the administratie are named on it, until the review date."""
    dossier = Dossier.objects.get(inwoner=verhaal.inwoner)
    dossier.afgeschermd = True
    dossier.bewaren(door=ploeg.systeem, reden="afgeschermd: familie van een collega")
    zaak = Zaak.objects.get(dossier=dossier)
    zaak.afgeschermd = True
    zaak.bewaren(door=ploeg.systeem, reden="afgeschermd: familie van een collega")
    (recht,) = GROND_RECHTEN[Grond.AFGESCHERMD]
    permissie = Permission.objects.get(content_type__app_label="toegang", codename=recht.value)
    for wie in (verhaal.regisseur, ploeg.met_rol(Rol.ADMINISTRATIE, 0)):
        ZaakUserObjectPermission.objects.create(
            content_object=zaak, user_id=wie.medewerker_id, permission=permissie, grond=Grond.AFGESCHERMD,
            vanaf=verhaal.nu, tot=verhaal.echt_nu + JAAR, verleend_door=ploeg.systeem,
        )  # fmt: skip


LANGE_NAAM = "van Oldenbarnevelt genaamd Witte Tullingh tot Hoogstraten"

BIJZONDER: tuple[Bijzonder, ...] = (
    Bijzonder("overleden", "gepland", achteraf=_overleden),
    Bijzonder("geheim adres", "gesprek", {"geheim": 7, "bereik": "brief"}),
    Bijzonder(
        "onder curatele", "verzonden", {"onder_curatele": True},
        vooraf=_vertegenwoordiger(
            "curator", "Mevrouw mr. A. Bemelmans", "Stationsstraat 4, 5931 EC Tegelen", "beschikking rechtbank Limburg"
        ),
    ),
    Bijzonder(
        "mentor", "verslag",
        vooraf=_vertegenwoordiger(
            "mentor", "De heer K. Hendrix", "Markt 12, 5951 AB Belfeld", "beschikking rechtbank Limburg"
        ),
    ),
    Bijzonder(
        "veilig contact", "afgewogen",
        {
            "veilig_contact": "Alleen bellen op werkdagen tussen 9 en 11 uur. Geen voicemail.",
            "let_op_bij_bezoek": "Ga met twee collega's.",
            "let_op_reden": "De ex-partner komt soms onverwacht langs en was agressief.", "bereik": "bellen",
        },
    ),
    Bijzonder(
        "minderjarig, met ouders op twee adressen", "gesprek",
        vooraf=_vertegenwoordiger(
            "ouder", "De heer P. Verhagen", "Hoogstraat 8, 5941 BE Velden", "uittreksel uit het gezagsregister"
        ),
        wet=Wet.JEUGDWET, leeftijd=10,
    ),
    Bijzonder(
        "lange naam", "toetsing", {"voornamen": "Maximiliana Alexandrina", "voorvoegsel": "", "geslachtsnaam": LANGE_NAAM}  # noqa: E501
    ),
    Bijzonder(
        "arabische naam", "aanvraag",
        {"voornamen": "محمد", "voorvoegsel": "", "geslachtsnaam": "الحسيني", "geslacht": "M", "naamgebruik": "E",
         "tolk": "Arabisch"},
    ),
    Bijzonder("afgeschermd", "gesprek", achteraf=_afschermen),
    Bijzonder("zestien jaar", "gesprek", wet=Wet.JEUGDWET, leeftijd=16),
)  # fmt: skip
