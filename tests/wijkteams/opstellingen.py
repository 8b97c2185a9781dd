"""Zaken brought to each state through use-cases, from the first contact on. The day of the tests is 3 December 2026."""

import datetime
from zoneinfo import ZoneInfo

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.papier import leeg_papier
from toegang.models import Inzagereden, Kanaal, Leefgebied, PersoonlijkPlan, Zaak
from toegang.rechten import Rol, Wet
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.contact_registreren import contact_registreren
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.persoonlijk_plan_vastleggen import persoonlijk_plan_vastleggen
from toegang.usecases.vraagverheldering_vastleggen import vraagverheldering_vastleggen
from toegang.usecases.zaak_doorzetten import zaak_doorzetten
from toegang.usecases.zaak_openen import zaak_openen
from wijkteams.models import Deelnemer, Discipline, Gebied, Hulpvraag, Leefzorgplan, Verslag
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.akkoord_vastleggen import akkoord_vastleggen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen
from wijkteams.usecases.huisbezoek_afronden import huisbezoek_afronden
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.plan_opstellen import plan_opstellen
from wijkteams.usecases.plan_vaststellen import plan_vaststellen
from wijkteams.usecases.trede_vastleggen import trede_vastleggen
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_ondertekend import verslag_ondertekend
from wijkteams.usecases.verslag_versturen import verslag_versturen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen
from wijkteams.usecases.zrm_vastleggen import zrm_vastleggen

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
GEMELD_OP = datetime.date(2026, 11, 5)
BEZOEK_OP = datetime.date(2026, 11, 17)
VERSTUURD_OP = datetime.date(2026, 11, 20)
GETEKEND_OP = datetime.date(2026, 11, 24)


def om(dag: datetime.date, uur: int = 10) -> datetime.datetime:
    """A moment of that day, in Amsterdam."""
    return datetime.datetime.combine(dag, datetime.time(uur), AMSTERDAM)


def team_blerick():
    """The team of postcode 5921, made once a test."""
    gebied = Gebied.objects.select_related("wijkteam").filter(postcode4="5921").first()
    if gebied:
        return gebied.wijkteam
    team = WijkteamFabriek(naam="Wijkteam Blerick")
    Gebied.objects.create(postcode4="5921", wijkteam=team)
    return team


def zaak_te_verdelen(
    *, inwoner=None, wet=Wet.WMO, gemeld_op=GEMELD_OP, onderwerp=Leefgebied.HUISHOUDEN, contact=None
) -> Zaak:
    """Reported (by telephone, when there is no contact), clarified, receipt confirmed, with the team of the postcode."""
    team_blerick()
    inwoner = inwoner or InwonerFabriek()
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor
    contact = contact or contact_registreren(
        door=desk, vandaag=gemeld_op, nu=om(gemeld_op), kanaal=Kanaal.TELEFOON,
        soort="melding" if wet == Wet.WMO else "aanvraag", vraag="Ik kan mijn huis niet meer schoonhouden.", inwoner=inwoner,
    )  # fmt: skip
    zaak = zaak_openen(contact_id=contact.pk, door=desk, vandaag=gemeld_op, wet=wet, onderwerp=onderwerp)
    vraagverheldering_vastleggen(
        zaak_id=zaak.pk, door=desk, leefgebieden=[onderwerp], vraag_achter_de_vraag="Hulp bij het huishouden.",
    )  # fmt: skip
    if wet == Wet.WMO:
        ontvangst_bevestigen(zaak_id=zaak.pk, door=desk, vandaag=gemeld_op)
    return zaak_doorzetten(zaak_id=zaak.pk, door=desk, vandaag=gemeld_op)


def zaak_in_onderzoek(*, regisseur=None, **anders) -> Zaak:
    """Given to a consulent; nothing planned yet."""
    zaak = zaak_te_verdelen(**anders)
    discipline = Discipline.JEUGD if zaak.wet == Wet.JEUGDWET else Discipline.WMO
    regisseur = regisseur or MedewerkerFabriek(team=zaak.wijkteam, team__discipline=discipline)
    teamlead = MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD, team__discipline=discipline)
    return zaak_toewijzen(
        zaak_id=zaak.pk, regisseur_id=regisseur.pk, reden="Heeft ruimte.", door=teamlead.actor,
        vandaag=zaak.gemeld_op, nu=om(zaak.gemeld_op, 15),
    )  # fmt: skip


def zaak_met_gesprek(**anders) -> Zaak:
    """Visited and talked, all that the seven points need but the afweging."""
    return gesprek_gevoerd(zaak_in_onderzoek(**anders))


def gesprek_gevoerd(zaak: Zaak, *, gepland_op=GEMELD_OP, bezoek_op=BEZOEK_OP) -> Zaak:
    """The visit and the talk of a zaak that has its regisseur."""
    door = zaak.regisseur.actor
    bezoek = huisbezoek_plannen(
        zaak_id=zaak.pk, door=door, nu=om(gepland_op, 16), gepland_om=om(bezoek_op, 14)
    )
    huisbezoek_afronden(
        huisbezoek_id=bezoek.pk, door=door, nu=om(bezoek_op, 16), aanwezigen="Inwoner en dochter",
        identiteit_gezien="paspoort",
    )  # fmt: skip
    gesprek_vastleggen(
        zaak_id=zaak.pk, door=door, vandaag=bezoek_op,
        delen={
            "huishouden": {
                "wat_lukt": "U kookt, wast af en stoft zelf.",
                "wat_lukt_niet": "Stofzuigen, dweilen en het bed verschonen lukt niet door uw heup.",
                "wie_helpt": "Uw dochter doet de boodschappen.",
            }
        },
        behoeften="U wilt in uw eigen huis blijven wonen.",
        mantelzorger_behoeften="Uw dochter werkt 32 uur. Zij kan niet meer doen.",
        bijdrage_verteld=True, pgb_verteld=True, werknotitie="Dochter is moe.",
    )  # fmt: skip
    zrm_vastleggen(
        zaak_id=zaak.pk, door=door, vandaag=bezoek_op,
        scores={10: {"reden": "Valgevaar bij zwaar huishoudelijk werk", "niveau": 3, "toelichting": ""}},
    )  # fmt: skip
    return zaak


TREDEN = {
    1: ("deels", "U kookt, wast af en stoft. Dat blijft u doen."),
    2: ("niet", "U woont alleen."),
    3: (
        "deels",
        "Uw dochter doet de boodschappen en uw administratie. Meer kan zij niet doen naast haar werk.",
    ),
    4: ("deels", "Uw buurman zet de vuilnis buiten. Poetsen kan hij niet."),
    5: ("deels", "De klussendienst wast uw ramen. Hulp bij het poetsen is er niet."),
    6: ("niet", "Uw zorgverzekering betaalt deze hulp niet."),
    7: ("helemaal", "Er blijft werk over. Daarvoor is deze hulp."),
}


def hulpvraag_afgewogen(zaak: Zaak, *, tot_en_met: int = 7) -> Hulpvraag:
    """A need with its rungs examined, up to and including this one."""
    door = zaak.regisseur.actor
    hulpvraag = hulpvraag_toevoegen(
        zaak_id=zaak.pk, door=door, leefgebied="huishouden", omschrijving="Het huis schoonhouden",
        gewenst_resultaat="Een schone woonkamer, keuken, slaapkamer, badkamer en wc",
    )  # fmt: skip
    for trede, (lost_op, brieftekst) in TREDEN.items():
        if trede <= tot_en_met:
            trede_vastleggen(
                hulpvraag_id=hulpvraag.pk, trede=trede, door=door, onderzocht="ja", wat_is_er="Besproken aan tafel.",
                lost_op=lost_op, wat_blijft_over="Zwaar huishoudelijk werk" if lost_op == "deels" else "",
                helper_akkoord=trede in (3, 4), helper_naam={3: "dochter", 4: "buurman"}.get(trede, ""), brieftekst=brieftekst,
            )  # fmt: skip
    return hulpvraag


def zaak_met_afweging(**anders) -> Zaak:
    """Talked and weighed: the verslag can be made."""
    zaak = zaak_met_gesprek(**anders)
    hulpvraag_afgewogen(zaak)
    return zaak


def zaak_met_verslag(*, verzonden: bool = True, getekend: bool = True, **anders) -> Zaak:
    """The verslag sent by post, and signed back as the aanvraag."""
    zaak = zaak_met_afweging(**anders)
    door = zaak.regisseur.actor
    verslag = verslag_maken(zaak_id=zaak.pk, door=door, vandaag=VERSTUURD_OP)
    brief = verslag_versturen(verslag_id=verslag.pk, door=door, vandaag=VERSTUURD_OP)
    if verzonden:
        brief_maken(brief_id=brief.pk, nu=om(VERSTUURD_OP, 12), pdf=leeg_papier)
        desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor
        brief_verzenden(brief_id=brief.pk, door=desk, vandaag=VERSTUURD_OP, verzonden_op=VERSTUURD_OP)
    if getekend:
        verslag_ondertekend(
            verslag_id=verslag.pk, door=door, vandaag=GETEKEND_OP, nu=om(GETEKEND_OP),
            ondertekend_op=GETEKEND_OP, opmerkingen="Mijn dochter komt op zaterdag.",
        )  # fmt: skip
    return Zaak.objects.select_related("dossier__inwoner", "wijkteam", "regisseur").get(pk=zaak.pk)


def plan_met_doel(zaak: Zaak, *, akkoord: bool = True) -> Leefzorgplan:
    """A plan with one goal and one action, agreed by the inwoner."""
    door = zaak.regisseur.actor
    plan = plan_opstellen(zaak_id=zaak.pk, door=door, vandaag=GETEKEND_OP)
    doel = doel_toevoegen(
        plan_id=plan.pk, zaak_id=zaak.pk, door=door, leefgebied="huishouden",
        ik_wil="Ik wil in een schoon huis wonen zonder te vallen", uiterlijk_op=datetime.date(2027, 3, 1),
        score_nu=3, score_straks=4,
    )  # fmt: skip
    actie_toevoegen(
        doel_id=doel.pk, zaak_id=zaak.pk, door=door, soort="maatwerk", omschrijving="Hulp in het huishouden"
    )
    if akkoord:
        for deelnemer in Deelnemer.objects.filter(deel__plan=plan, deel__zaak=zaak):
            akkoord_vastleggen(
                deelnemer_id=deelnemer.pk, zaak_id=zaak.pk, door=door, vandaag=GETEKEND_OP,
                akkoord_op=GETEKEND_OP, wijze="papier",
            )  # fmt: skip
    return plan


def zaak_met_plan(**anders) -> Zaak:
    """Signed verslag and an agreed plan: ready for an indicatie."""
    zaak = zaak_met_verslag(**anders)
    plan = plan_met_doel(zaak)
    plan_vaststellen(plan_id=plan.pk, zaak_id=zaak.pk, door=zaak.regisseur.actor, vandaag=GETEKEND_OP)
    return zaak


def wie_is(wie: str, zaak: Zaak, *, op: datetime.date):
    """The colleague of a rights table; who is not on the zaak but of its team gave a reason to look that day."""
    if wie == "regisseur":
        return zaak.regisseur
    team = WijkteamFabriek() if wie == "ander_team" else zaak.wijkteam
    rol = Rol.TEAMLEAD if wie == "teamlead" else Rol.CONSULENT
    medewerker = MedewerkerFabriek(team=team, team__rol=rol)
    if team == zaak.wijkteam:
        Inzagereden.objects.create(medewerker=medewerker, zaak=zaak, op=op, reden="waarneming")
    return medewerker


def laatste_verslag(zaak: Zaak) -> Verslag:
    return Verslag.objects.filter(onderzoek__zaak=zaak).latest("nummer")


def ziet_af_van_plan(zaak: Zaak, vandaag: datetime.date) -> None:
    """The inwoner will not hand in a persoonlijk plan: the visit may be within the seven days."""
    persoonlijk_plan_vastleggen(
        zaak_id=zaak.pk, door=zaak.regisseur.actor, vandaag=vandaag, keuze=PersoonlijkPlan.ZIET_AF
    )
