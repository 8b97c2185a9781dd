"""What a colleague reads in an e-mail about signing in. Nobody else stands in it."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from toegang import opmaak
from wijkteams.inloglink import UREN, pad_van
from wijkteams.models import Collegabericht

Soort = Collegabericht.Soort
ONDERWERP: dict[str, str] = {
    Soort.WELKOM: "Toegang: kies uw wachtwoord",
    Soort.LINK: "Toegang: kies een nieuw wachtwoord",
    Soort.OPNIEUW: "Toegang: stel het inloggen opnieuw in",
    Soort.WACHTWOORD: "Toegang: uw wachtwoord is gekozen",
}
BEGIN: dict[str, str] = {
    Soort.WELKOM: "U kunt inloggen in Toegang. Uw gebruikersnaam is {naam}.",
    Soort.LINK: "Uw beheerder maakte een link waarmee u een nieuw wachtwoord kiest. Uw gebruikersnaam is {naam}.",
    Soort.OPNIEUW: (
        "Uw beheerder heeft de tweede stap van het inloggen gewist, bijvoorbeeld omdat uw telefoon weg is. Uw oude"
        " wachtwoord werkt niet meer. Uw gebruikersnaam is {naam}."
    ),
    Soort.WACHTWOORD: "Met de link van uw beheerder is een wachtwoord gekozen. Uw gebruikersnaam is {naam}.",
}
MET_LINK = (
    "Kies hier uw wachtwoord: {link}\n\nDe link werkt één keer, tot {tot}. Daarna koppelt u een app op uw telefoon als"
    " dat nog niet is gedaan.\n\nWerkt de link niet meer? Vraag uw beheerder om een nieuwe."
)
MET_DE_HAND = f"U krijgt de link van uw beheerder zelf. De link werkt één keer, {UREN} uur lang."
GEKOZEN = "U logt in op {adres}"
NIET_U = "Verwacht u deze e-mail niet, of was u dit niet? Bel dan meteen uw beheerder."


def tekst(bericht: Collegabericht) -> str:
    """Made when the e-mail goes: the link stands in no row."""
    mens, basis = bericht.dienstverband.medewerker, settings.TOEGANG_ADRES.rstrip("/")
    midden = MET_DE_HAND
    if bericht.met_link:
        tot = bericht.gevraagd_om + timezone.timedelta(hours=UREN)
        midden = MET_LINK.format(link=basis + pad_van(mens), tot=opmaak.moment(timezone.localtime(tot)))
    elif bericht.soort == Soort.WACHTWOORD:
        midden = GEKOZEN.format(adres=basis + reverse("account_login"))
    begin = BEGIN[bericht.soort].format(naam=mens.username)
    return f"Goedendag,\n\n{begin}\n\n{midden}\n\n{NIET_U}\n"
