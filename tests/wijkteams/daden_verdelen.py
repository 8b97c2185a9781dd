"""The acts of `daden.py` that give a zaak to somebody, or are the beheerder's."""

from functools import partial, wraps

from tests.wijkteams.daden import DAG, LATER, NU, REST, TIJD, VAN_DE_REGISSEUR, VANDAAG, Daad
from toegang.models import Actor
from toegang.rechten import Rol
from wijkteams.models import Afwezigheid, Deskundige, Deskundigheid, Discipline, Lidmaatschap, Opschaling
from wijkteams.usecases.afwezigheid_beeindigen import afwezigheid_beeindigen
from wijkteams.usecases.afwezigheid_vastleggen import afwezigheid_vastleggen
from wijkteams.usecases.apparaat_beeindigen import apparaat_beeindigen
from wijkteams.usecases.apparaat_beginnen import apparaat_beginnen
from wijkteams.usecases.casemanager_kiezen import (
    casemanager_kiezen,
    casemanager_stoppen,
    casemanager_verlengen,
)
from wijkteams.usecases.contactpersoon_vastleggen import contactpersoon_vastleggen
from wijkteams.usecases.deskundige_vastleggen import deskundige_beeindigen, deskundige_vastleggen
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.medewerker_aanmaken import medewerker_aanmaken
from wijkteams.usecases.tekstblok_vastleggen import tekstblok_vastleggen
from wijkteams.usecases.wachten_vastleggen import wachten_vastleggen
from wijkteams.usecases.wijkteam_vastleggen import wijkteam_vastleggen
from wijkteams.usecases.zaak_aannemen import zaak_aannemen, zaak_teruggeven
from wijkteams.usecases.zaak_afschalen import zaak_afschalen
from wijkteams.usecases.zaak_opschalen import zaak_opschalen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen
from wijkteams.usecases.zaken_overdragen import zaken_overdragen

OOK_WIE_VERDEELT, WIE_VERDEELT = "dnddnnoooo", "nnddnnoooo"
NU_VAN_PLUS = "oooonnodoo"  # it went to wijkteam+: the old team is out; who was asked for advice still reads
AFWEZIG = "dnddnnnnnn"  # oneself, or who divides the team; no zaak is in it
VAN_ZICHZELF, BEHEER = "dooooooooo", "nnnnnnnnnd"


def verdelen(zaak, z, door, wie) -> list[Daad]:
    """Whose work it is, and of which team."""
    collega, plus = wie["collega"], wie["wijkteam_plus"]
    systeem = Actor.objects.systeem()
    stoppen = partial(casemanager_stoppen, **z, **DAG, reden="x")
    op = partial(
        zaak_opschalen, **z, **TIJD, grond=Opschaling.Grond.MEER_PROBLEMEN, toelichting="x", bekijken_op=LATER
    )
    over = partial(zaken_overdragen, **TIJD, zaak_ids=[zaak.pk], reden="x")
    weg = partial(
        afwezigheid_vastleggen, medewerker_id=zaak.regisseur_id, vervanger_id=collega.medewerker_id, **DAG,
        vanaf_op=VANDAAG, tot_en_met_op=LATER,
    )  # fmt: skip

    def bij_plus():
        op(door=door)
        zaak_toewijzen(**z, **TIJD, regisseur_id=plus.medewerker_id, reden="x", door=systeem)

    def nieuw():
        over(regisseur_id=collega.medewerker_id, door=systeem)
        over(regisseur_id=door.medewerker_id, door=systeem)

    def teruggegeven():
        nieuw()
        zaak_teruggeven(**z, **TIJD, reden="x", door=door)

    return [
        Daad(partial(zaak_toewijzen, **z, **TIJD, regisseur_id=collega.medewerker_id, reden="x"), WIE_VERDEELT, teruggegeven),
        Daad(partial(wachten_vastleggen, **z, **DAG, waarom="geen_ruimte", bekijken_op=LATER), WIE_VERDEELT, teruggegeven),
        Daad(partial(over, regisseur_id=collega.medewerker_id), WIE_VERDEELT),
        Daad(partial(zaak_aannemen, **z), VAN_DE_REGISSEUR, nieuw),
        Daad(partial(zaak_teruggeven, **z, **TIJD, reden="x"), VAN_DE_REGISSEUR, nieuw),
        Daad(op, OOK_WIE_VERDEELT),
        Daad(partial(zaak_afschalen, **z, **TIJD, reden="x", nakijken_op=LATER), NU_VAN_PLUS, bij_plus),
        Daad(
            partial(
                casemanager_kiezen, **z, **TIJD, medewerker_id=collega.medewerker_id,
                hulpverleners="Thuiszorg\nWijkverpleging", geen_eigen_regie="x", bekijken_op=LATER,
            ), OOK_WIE_VERDEELT, partial(stoppen, door=door),
        ),
        Daad(partial(casemanager_verlengen, **z, **TIJD, bekijken_op=REST), OOK_WIE_VERDEELT),
        Daad(stoppen, OOK_WIE_VERDEELT),
        Daad(weg, AFWEZIG),
        Daad(partial(_terug, **DAG), AFWEZIG, partial(weg, door=door)),
    ]  # fmt: skip


@wraps(afwezigheid_beeindigen)
def _terug(*, door: Actor, **dag):
    return afwezigheid_beeindigen(afwezigheid_id=Afwezigheid.objects.get().pk, door=door, **dag)


def beheer(zaak, wie, school) -> list[Daad]:
    """Colleagues, teams and lists; and one's own device."""
    collega, team = {"medewerker_id": wie["collega"].medewerker_id}, {"wijkteam_id": zaak.wijkteam_id}
    lid = Lidmaatschap.objects.get(**collega)
    apparaat = apparaat_beginnen(door=zaak.regisseur.actor, nu=NU).apparaat
    return [
        Daad(partial(contactpersoon_vastleggen, **collega, **team, **DAG, organisatie_id=school.pk), BEHEER),
        Daad(
            partial(deskundige_vastleggen, **collega, **DAG, deskundigheid=Deskundigheid.ERGOTHERAPIE), BEHEER
        ),
        Daad(partial(deskundige_beeindigen, **DAG, deskundige_id=Deskundige.objects.get().pk), BEHEER),
        Daad(
            partial(
                lidmaatschap_beginnen,
                **collega,
                **team,
                **DAG,
                rol=Rol.CONSULENT,
                discipline=Discipline.JEUGD,
            ),
            BEHEER,
        ),
        Daad(partial(lidmaatschap_beeindigen, **DAG, lidmaatschap_id=lid.pk), BEHEER),
        Daad(partial(medewerker_aanmaken, **DAG, username="x", first_name="X", last_name="Y"), BEHEER),
        Daad(partial(wijkteam_vastleggen, naam="Wijkteam Tegelen", soort="wijk"), BEHEER),
        Daad(partial(tekstblok_vastleggen, titel="x", veld="wat_lukt", tekst="x"), BEHEER),
        Daad(partial(apparaat_beeindigen, apparaat_id=apparaat, nu=NU), VAN_ZICHZELF),
    ]
