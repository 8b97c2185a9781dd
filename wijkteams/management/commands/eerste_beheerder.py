"""`manage.py eerste_beheerder`: the first beheerder of a new installation, or a way back in for who lost everything.

Nobody types a password here either: the command prints a link that works once. Whoever may run it has the server, and
so everything; the line in the history of the colleague says that it was done here.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor
from toegang.rechten import Rol
from wijkteams.collegaregels import beheerders_vergrendelen
from wijkteams.forms.collega import GegevensFormulier
from wijkteams.inloglink import UREN, pad_van
from wijkteams.models import Dienstverband, Medewerker
from wijkteams.toewijsregels import VOLLE_WEEK
from wijkteams.usecases.inloglink_maken import inloglink_maken
from wijkteams.usecases.medewerker_aanmaken import medewerker_aanmaken
from wijkteams.usecases.tweede_stap_wissen import tweede_stap_wissen

REDEN = "met de opdracht eerste_beheerder op de server"
VRAGEN = {
    "first_name": "voornaam",
    "last_name": "achternaam",
    "username": "gebruikersnaam",
    "email": "e-mail",
}


class Command(BaseCommand):
    help = "Maakt de eerste beheerder en toont de link waarmee die een wachtwoord kiest."

    def add_arguments(self, parser):
        for naam in VRAGEN.values():
            parser.add_argument(f"--{naam}", default=None, help="zonder deze waarde wordt ernaar gevraagd")
        parser.add_argument("--nog-een", action="store_true", help="ook als er al een beheerder is")
        parser.add_argument(
            "--nieuwe-link", metavar="GEBRUIKERSNAAM", default="",
            help="voor een beheerder die niet meer kan inloggen: wist wachtwoord en tweede stap, en toont een link",
        )  # fmt: skip

    @transaction.atomic
    def handle(self, *args, nog_een: bool, nieuwe_link: str, **opties):
        beheerders_vergrendelen()
        nu, systeem = timezone.now(), Actor.objects.systeem()
        beheerders = Medewerker.objects.filter(groups__name=Rol.BEHEERDER, is_active=True)
        if nieuwe_link:
            mens = beheerders.filter(username__iexact=nieuwe_link).first()
            if mens is None:
                raise CommandError(f"Er is geen beheerder met de gebruikersnaam {nieuwe_link} in dienst.")
            dienst = Dienstverband.objects.get(medewerker=mens)
            tweede_stap_wissen(dienstverband_id=dienst.pk, per_e_mail=False, reden=REDEN, door=systeem, nu=nu)
        else:
            if beheerders.exists() and not nog_een:
                namen = ", ".join(beheerders.order_by("username").values_list("username", flat=True))
                raise CommandError(
                    f"Er is al een beheerder: {namen}. Die maakt nieuwe collega's op het scherm Collega's."
                    " Kan niemand van hen meer inloggen? Gebruik --nieuwe-link. Toch nog een? Gebruik --nog-een."
                )
            mens = self._maken(opties, systeem, nu)
            dienst = mens.dienstverband
            inloglink_maken(dienstverband_id=dienst.pk, per_e_mail=False, reden=REDEN, door=systeem, nu=nu)
        mens.refresh_from_db()
        self.stdout.write(
            f"{mens.volledige_naam} kiest een wachtwoord met deze link. Hij werkt één keer, {UREN} uur lang:\n"
            f"{_adres()}{pad_van(mens)}\n"
            f"De gebruikersnaam is {mens.username}. De tweede stap wordt bij het eerste inloggen gekoppeld."
        )

    def _maken(self, opties: dict, systeem: Actor, nu) -> Medewerker:
        gegevens = {veld: self._waarde(opties, naam) for veld, naam in VRAGEN.items()}
        formulier = GegevensFormulier({**gegevens, "contracturen": str(VOLLE_WEEK), "functie": "Beheerder"})
        if not formulier.is_valid():
            fouten = (
                f"{VRAGEN.get(veld, veld)}: {'. '.join(zinnen)}" for veld, zinnen in formulier.errors.items()
            )
            raise CommandError("\n".join(fouten))
        try:
            return medewerker_aanmaken(
                door=systeem, vandaag=timezone.localdate(nu), rollen=[Rol.BEHEERDER], reden=REDEN,
                **formulier.cleaned_data,
            )  # fmt: skip
        except ValidationError as fout:
            raise CommandError(". ".join(fout.messages)) from fout

    def _waarde(self, opties: dict, naam: str) -> str:
        waarde = opties[naam.replace("-", "_")]
        if waarde is not None:
            return waarde
        try:
            return input(f"{naam.capitalize()}: ").strip()
        except EOFError as fout:
            raise CommandError(f"Geef de {naam} met --{naam}.") from fout


def _adres() -> str:
    """Where people open this application, as far as the settings know."""
    if settings.TOEGANG_ADRES:
        return settings.TOEGANG_ADRES.rstrip("/")
    namen = [naam for naam in settings.ALLOWED_HOSTS if naam not in ("*", "testserver")]
    return f"https://{namen[0].lstrip('.')}" if namen else ""
