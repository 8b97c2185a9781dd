"""The seed: a small municipality of ten teams and 25 dossiers in every state, made by use-cases only."""

import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from tests.bench import personas
from tests.bench.besluit import besluiten, mandaat_geven
from tests.bench.gesprek import onderzoeken
from tests.bench.namen import namenlijst
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from toegang.models import Actor, Afsluitreden, ContactSoort
from toegang.rechten import Rol, Wet
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.contact_registreren import contact_registreren
from toegang.usecases.inwoner_registreren import inwoner_registreren
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.persoonlijk_plan_vastleggen import persoonlijk_plan_vastleggen
from toegang.usecases.vraagverheldering_vastleggen import vraagverheldering_vastleggen
from toegang.usecases.zaak_afsluiten import zaak_afsluiten
from toegang.usecases.zaak_doorzetten import zaak_doorzetten
from toegang.usecases.zaak_openen import zaak_openen
from voorzieningen.models import Eenheid, Frequentie
from voorzieningen.usecases.indicatie_voorstellen import indicatie_voorstellen
from wijkteams.models import Discipline, Gebied, Wijkteam
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.medewerker_aanmaken import medewerker_aanmaken
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen

DOSSIERS = 25
TEAMS = 10
PER_TEAM = (Discipline.WMO, Discipline.WMO, Discipline.JEUGD, Discipline.PARTICIPATIE)
WETTEN = (Wet.WMO, Wet.WMO, Wet.JEUGDWET, Wet.WMO, Wet.PARTICIPATIEWET)
BEGIN = datetime.date(2020, 1, 1)
# How far a zaak goes: 1 contact, 2 vraagverheldering, 3 te verdelen, 4 toegewezen, 5 onderzocht, 6 aanvraag, 7 closed,
# 8 a besluit whose letter was asked for.
VER = (7, 8, 5, 7, 4, 7, 6, 7, 5, 7, 3, 7, 6, 7, 5, 7, 4, 7, 2, 7, 6, 7, 5, 7, 4)
OPEN_CONTACTEN = 4


def zaaien(dossiers: int = DOSSIERS) -> None:
    """Teams, colleagues, help to give, and `dossiers` inwoners with zaken in every state."""
    with transaction.atomic():
        systeem = Actor.objects.systeem()
        teams = [_team(nr, systeem) for nr in range(TEAMS)]
        _klein_team_en_personas(teams, systeem)
        product, aanbieder = huishoudelijke_hulp()
        mandaat_geven()
    for nr in range(dossiers):
        with transaction.atomic():
            _dossier(nr, Verhaal(teams, product, aanbieder))


class Verhaal:
    """Who does what in the seed."""

    def __init__(self, teams, product, aanbieder):
        self.teams, self.product, self.aanbieder = teams, product, aanbieder
        self.kcc, self.desk = personas.actor("kcc"), personas.actor("administratie")


def _team(nr: int, systeem: Actor):
    team = Wijkteam(naam=f"Wijkteam {nr}").bewaren(door=systeem, reden="bench")
    Gebied.objects.create(postcode4=str(5900 + nr), wijkteam=team)
    mensen = [collega(f"consulent{nr}{i}", systeem) for i in range(len(PER_TEAM))]
    for mens, discipline in zip(mensen, PER_TEAM, strict=True):
        lid(mens, team, discipline, systeem)
    lead = collega(f"teamlead{nr}", systeem, functie="teamleider")
    for discipline in Discipline:
        lid(lead, team, discipline, systeem, rol=Rol.TEAMLEAD)
    return team, mensen, lead


def _klein_team_en_personas(teams, systeem: Actor) -> None:
    klein = Wijkteam(naam="Klein team").bewaren(door=systeem, reden="bench")
    for persona in personas.VIJF:
        rollen = () if persona.teams else (Rol.TOETSER,)
        mens = collega(persona.naam, systeem, functie="persona", rollen=rollen)
        for nr in persona.teams:
            for discipline in Discipline:
                lid(mens, klein if nr == -1 else teams[nr][0], discipline, systeem)
    for naam in personas.DESK:
        collega(naam, systeem, functie="desk", rollen=(Rol(naam),))


def collega(username: str, systeem: Actor, functie: str = "bench", rollen=()):
    return medewerker_aanmaken(
        door=systeem, username=username, first_name=username.title(), last_name="Bench", rollen=rollen,
        functie=functie, vandaag=BEGIN,
    )  # fmt: skip


def lid(mens, team, discipline, systeem: Actor, rol=Rol.CONSULENT) -> None:
    lidmaatschap_beginnen(
        medewerker_id=mens.pk,
        wijkteam_id=team.pk,
        rol=rol,
        discipline=discipline,
        door=systeem,
        vandaag=BEGIN,
    )


def _dossier(nr: int, v: Verhaal) -> None:
    """One inwoner with one zaak, and every third a second one under another law."""
    naam = namenlijst()[nr * 397]
    inwoner = inwoner_registreren(
        door=v.kcc, voornamen=naam[1], geslachtsnaam=naam[3], geslacht="MV"[nr % 2], geboren="19480403",
        straat="Kerkstraat", huisnummer=1 + nr, postcode=f"{5900 + nr % TEAMS}AB", woonplaats="Venlo",
        telefoon="0612345678", bsn=bsn(nr),
    )  # fmt: skip
    _zaak(nr, inwoner, WETTEN[nr % 5], VER[nr % len(VER)], v)
    if nr % 3:
        _zaak(nr, inwoner, WETTEN[(nr + 2) % 5], VER[(nr * 7 + 3) % len(VER)], v)
    for keer in range(nr % 4):
        dag = timezone.localdate() - datetime.timedelta(days=nr)
        contact = _contact(inwoner, v, dag)
        if keer or nr > OPEN_CONTACTEN * 3:
            contact_afhandelen(contact_id=contact.pk, door=v.desk, vandaag=dag, uitkomst="Vraag beantwoord")


def bsn(nr: int) -> str:
    """Of the test range, and valid by the elfproef."""
    from toegang.bsn import geldig

    return next(b for b in (f"{999900000 + nr * 20 + i:09d}" for i in range(20)) if geldig(b))


def _contact(inwoner, v: Verhaal, dag: datetime.date):
    return contact_registreren(
        door=v.kcc, vandaag=dag, nu=_om(dag), kanaal="telefoon", soort=ContactSoort.VRAAG, inwoner=inwoner,
        vraag="Ik kan na mijn val mijn huis niet meer schoonhouden. Kan iemand mij helpen?", telefoon="0612345678",
    )  # fmt: skip


def _om(dag: datetime.date, uur: int = 10) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(dag, datetime.time(uur, 42)))


def _zaak(nr: int, inwoner, wet: str, ver: int, v: Verhaal) -> None:
    """Walk one zaak `ver` steps of the flow."""
    dag = timezone.localdate() - datetime.timedelta(days=10 + nr)
    contact = _contact(inwoner, v, dag)
    if ver == 1:
        return
    zaak = zaak_openen(contact_id=contact.pk, door=v.desk, vandaag=dag, wet=wet, onderwerp="huishouden")
    vraagverheldering_vastleggen(
        zaak_id=zaak.pk, door=v.desk, leefgebieden=["huishouden"], vraag_achter_de_vraag="Een schoon huis."
    )
    if wet == Wet.WMO:
        ontvangst_bevestigen(zaak_id=zaak.pk, door=v.desk, vandaag=dag)
        persoonlijk_plan_vastleggen(zaak_id=zaak.pk, door=v.desk, vandaag=dag, keuze="ziet_af")
    if ver == 2:
        return
    zaak_doorzetten(zaak_id=zaak.pk, door=v.desk, vandaag=dag)
    _, mensen, lead = v.teams[nr % TEAMS]
    regisseur = next(m for m, d in zip(mensen, PER_TEAM, strict=True) if d == _discipline(wet))
    if ver == 3:
        return
    zaak_toewijzen(
        zaak_id=zaak.pk, regisseur_id=regisseur.pk, reden="Minste werk", door=personas.actor(lead.username),
        vandaag=dag, nu=_om(dag, 11),
    )  # fmt: skip
    if ver == 4:
        return
    consulent = personas.actor(regisseur.username)
    onderzoeken(zaak, consulent, vandaag=dag, nu=_om(dag, 12))
    if ver == 7:
        zaak_afsluiten(zaak_id=zaak.pk, door=consulent, vandaag=dag, reden=Afsluitreden.INGETROKKEN)
        return
    if wet == Wet.WMO:
        _indicatie(zaak, consulent, v, dag)
    if ver in (6, 8):
        aanvraag_registreren(
            zaak_id=zaak.pk, door=v.desk, vandaag=dag, nu=_om(dag, 15), ontvangen_op=dag, wijze="formulier",
            gevraagd="Hulp in het huishouden",
        )  # fmt: skip
    if ver == 8 and wet == Wet.WMO:
        besluiten(zaak, personas.actor(regisseur.username), vandaag=dag)


def _discipline(wet: str) -> str:
    return {Wet.JEUGDWET: Discipline.JEUGD, Wet.PARTICIPATIEWET: Discipline.PARTICIPATIE}.get(
        wet, Discipline.WMO
    )


def _indicatie(zaak, consulent: Actor, v: Verhaal, dag: datetime.date) -> None:
    if zaak.dossier.indicaties.exists():
        return
    indicatie_voorstellen(
        zaak_id=zaak.pk, door=consulent, vandaag=dag, product_id=v.product.pk, vorm="natura", volume=Decimal(105),
        eenheid=Eenheid.MINUUT, frequentie=Frequentie.WEEK, ingangsdatum=dag + datetime.timedelta(days=30),
        einddatum=dag + datetime.timedelta(days=700), resultaat="Een schoon huis", aanbieder_id=v.aanbieder.pk,
    )  # fmt: skip
