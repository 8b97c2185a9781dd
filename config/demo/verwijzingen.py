"""Who refers in the demo: a GP, a school and a corporation, their contact persons, and what they sent."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from config.demo.contacten import BRIEF
from config.demo.kalender import HIER, werkdagen_terug
from config.demo.ploeg import Ploeg
from toegang.models import Organisatie, Verwijslink
from toegang.moment import op_moment
from toegang.rechten import Rol, Wet
from toegang.usecases.inzending_ontvangen import verwijzing_ontvangen, vraag_ontvangen
from toegang.usecases.organisatie_vastleggen import organisatie_vastleggen
from toegang.usecases.verwijslink_maken import verwijslink_maken
from wijkteams.models import Wijkteam
from wijkteams.usecases.contactpersoon_vastleggen import contactpersoon_vastleggen

PRAKTIJK, SCHOOL, CORPORATIE = (
    "Huisartsenpraktijk De Maas",
    "Basisschool De Brug",
    "Woonstichting Rivierzicht",
)
ORGANISATIES = (
    (PRAKTIJK, Organisatie.Soort.HUISARTS, "0773200000"),
    (SCHOOL, Organisatie.Soort.SCHOOL, "0773200001"),
    (CORPORATIE, Organisatie.Soort.CORPORATIE, "0773200002"),
)
VRAAG = "Mijn moeder vergeet steeds vaker te eten. Wie kan er met haar meekijken?"


@transaction.atomic
def verwijzingen_laden(nu: datetime.datetime) -> None:
    """Once; the GP has a contact person, the school a team, the corporation nobody."""
    if Organisatie.objects.filter(naam=PRAKTIJK).exists():
        return
    ploeg, vandaag = Ploeg(), timezone.localdate(nu)
    beheerder = ploeg.met_rol(Rol.BEHEERDER, 0)
    team = Wijkteam.objects.filter(soort=Wijkteam.Soort.WIJK).order_by("pk")[0]
    consulent = ploeg.consulent(team.pk, Wet.WMO, 0)
    links: dict[str, Verwijslink] = {}
    for naam, soort, telefoon in ORGANISATIES:
        organisatie = organisatie_vastleggen(door=beheerder, naam=naam, soort=soort, telefoon=telefoon)
        links[naam], _ = verwijslink_maken(
            organisatie_id=organisatie.pk, geldig_tot=vandaag + datetime.timedelta(days=365), door=beheerder,
            vandaag=vandaag,
        )  # fmt: skip
        if naam != CORPORATIE:
            mens = consulent.medewerker_id if naam == PRAKTIJK else None
            contactpersoon_vastleggen(
                organisatie_id=organisatie.pk,
                wijkteam_id=team.pk,
                medewerker_id=mens,
                door=beheerder,
                vandaag=vandaag,
            )
    _inzendingen(ploeg, links, nu)


def _inzendingen(ploeg: Ploeg, links: dict[str, Verwijslink], nu: datetime.datetime) -> None:
    """A referral of the GP with its letter, a worry of the school, a question by the website."""
    dag = werkdagen_terug(timezone.localdate(nu), 1)
    om = datetime.datetime.combine(dag, datetime.time(10), HIER)
    with op_moment(om):
        verwijzing_ontvangen(
            link=links[PRAKTIJK], door=ploeg.systeem, nu=om, vandaag=dag, naam="Gerda Nijssen", geboren="19410612",
            straat="Molenstraat", huisnummer="8", postcode="5921AB", woonplaats="Venlo", telefoon="0612345678",
            afzender_naam="P. Hermans", afzender_functie="huisarts", afzender_telefoon="0773200000", weet_ervan=True,
            haast=False, vraag="Mevrouw is vorige week gevallen en kan niet meer zelf douchen.",
            bestanden=[SimpleUploadedFile("verwijsbrief.pdf", BRIEF, "application/pdf")],
        )  # fmt: skip
        verwijzing_ontvangen(
            link=links[SCHOOL], door=ploeg.systeem, nu=om, vandaag=dag, naam="Daan Verstappen", geboren="20160300",
            telefoon="0687654321", afzender_naam="L. Gielen", afzender_functie="intern begeleider",
            afzender_telefoon="0773200001", weet_ervan=False, weet_niet_omdat="Moeder komt niet op onze gesprekken.",
            haast=False, vraag="Daan komt de laatste weken vaak te laat, zonder ontbijt en zonder jas.",
        )  # fmt: skip
        vraag_ontvangen(
            door=ploeg.systeem, nu=om, vandaag=dag, naam="Marie Peeters", voor_naam="Truus Peeters",
            voor_relatie="dochter", bereik="bellen", telefoon="0612345678", postcode="5921AB", vraag=VRAAG,
        )  # fmt: skip
