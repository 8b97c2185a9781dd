"""A row that was read knows the same rights as the filter gives (`Rechten.mag` and `zaken_q`)."""

import datetime
from itertools import product

import pytest
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from toegang.models import Actor, Termijn, Zaak, ZaakUserObjectPermission
from toegang.rechten import Recht, Rol, Wet
from wijkteams.models import Medewerker

pytestmark = pytest.mark.django_db


def genoemd(medewerker, zaak, recht):
    """An exception on one zaak, from yesterday until tomorrow."""
    from django.contrib.auth.models import Permission

    nu = timezone.now()
    ZaakUserObjectPermission.objects.create(
        user=medewerker, content_object=zaak, grond="consult", vanaf=nu - datetime.timedelta(days=1),
        permission=Permission.objects.get(codename=recht, content_type__model="zaak"),
        tot=nu + datetime.timedelta(days=1), verleend_door=Actor.objects.systeem(),
    )  # fmt: skip


@pytest.fixture
def mensen_en_zaken():
    """Colleagues of each kind; zaken of two laws, of two teams or none, shielded or not, of one of them or nobody."""
    teams = [WijkteamFabriek(), WijkteamFabriek()]
    mensen = [
        MedewerkerFabriek(team=teams[0]),
        MedewerkerFabriek(team=teams[0], team__rol=Rol.TEAMLEAD),
        MedewerkerFabriek(team=teams[1], team__rol=Rol.PROCESCOORDINATOR),
        MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
        MedewerkerFabriek(rollen=[Rol.TOETSER]),
    ]
    zaken = [
        ZaakFabriek(wet=wet, wijkteam=team, afgeschermd=dicht, regisseur=regisseur)
        for wet, team, dicht, regisseur in product(
            (Wet.WMO, Wet.JEUGDWET), (None, *teams), (False, True), (None, mensen[0])
        )
    ]
    zaken += [  # a twin of who is named below: an exception is for one zaak
        ZaakFabriek(wet=z.wet, wijkteam=z.wijkteam, afgeschermd=z.afgeschermd, regisseur=z.regisseur)
        for z in zaken[:3]
    ]
    for zaak in zaken:
        Termijn(
            zaak=zaak, soort="onderzoek", artikel="2.3.2", begint_op=zaak.gemeld_op, uiterste_datum=zaak.gemeld_op
        ).bewaren(door=Actor.objects.systeem(), reden="test")  # fmt: skip
    genoemd(mensen[3], next(z for z in zaken if z.afgeschermd), Recht.INHOUD_INZIEN)
    genoemd(mensen[4], zaken[0], Recht.GEVOELIG_INZIEN)
    return mensen, zaken


@pytest.mark.parametrize("recht", list(Recht))
def test_een_rij_weet_dezelfde_rechten_als_het_filter(mensen_en_zaken, recht):
    mensen, _ = mensen_en_zaken

    for mens in [*mensen, None]:
        lezer = Medewerker.objects.get(pk=mens.pk).actor if mens else Actor.objects.systeem()
        gefilterd = set(Zaak.objects.voor(lezer, recht).values_list("pk", flat=True))
        gelezen = {zaak.pk for zaak in Zaak.objects.met_rechten(lezer) if zaak.mag(recht)}
        langs_een_sleutel = set(Termijn.objects.voor(lezer, recht).values_list("zaak", flat=True))

        assert gelezen == gefilterd
        assert langs_een_sleutel == gefilterd


def test_een_rij_houdt_zijn_rechten_in_elke_vorm_van_de_vraag(mensen_en_zaken):
    mensen, zaken = mensen_en_zaken
    lezer = mensen[0].actor
    vraag = Zaak.objects.met_rechten(lezer).select_related("wijkteam").order_by("pk")

    assert vraag.get(pk=zaken[0].pk).mag(Recht.PROCES_INZIEN) in (True, False)
    assert all(isinstance(zaak.mag(Recht.VERDELEN), bool) for zaak in vraag.filter(wet=Wet.WMO)[:3])
    with pytest.raises(AttributeError):
        Zaak.objects.get(pk=zaken[0].pk).mag(Recht.PROCES_INZIEN)
