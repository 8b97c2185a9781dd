"""Two rows that are one person: what moves, who is told, and a wrong join taken apart again."""

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import (
    DossierFabriek,
    InwonerFabriek,
    MedewerkerFabriek,
    WijkteamFabriek,
    ZaakFabriek,
)
from tests.toegang import voordeur
from toegang import samenvoegen
from toegang.models import (
    Actor,
    Contactmoment,
    Dossier,
    Gebeurtenis,
    Huishouden,
    Huishoudlid,
    Inwoner,
    Inzage,
    Relatie,
    Samenvoeging,
    Taak,
    Toestemming,
    Vertegenwoordiger,
    Zaak,
)
from toegang.onderdelen import alle
from toegang.rechten import Grond, Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.dossier_afschermen import dossier_afschermen
from toegang.usecases.inwoners_samenvoegen import inwoners_samenvoegen
from toegang.usecases.samenvoeging_herstellen import samenvoeging_herstellen
from toegang.zoeken import inwoners_zoeken
from wijkteams.models import Leefzorgplan

pytestmark = pytest.mark.django_db


def systeem():
    return Actor.objects.systeem()


def samen(blijft, verdwijnt, door=None, reden="zelfde geboortedatum en adres"):
    return inwoners_samenvoegen(
        verdwijnt_id=verdwijnt.pk, blijft_id=blijft.pk, reden=reden, nu=timezone.now(),
        door=door or voordeur.administratie().actor,
    )  # fmt: skip


def apart(samenvoeging, door=None, reden="vader en zoon"):
    return samenvoeging_herstellen(
        samenvoeging_id=samenvoeging.pk, reden=reden, nu=timezone.now(), door=door or voordeur.administratie().actor
    )  # fmt: skip


def vol(inwoner):
    """A person with a row of every kind that hangs on an inwoner."""
    Relatie(inwoner=inwoner, soort="mantelzorger", naam="M.").bewaren(door=systeem(), reden="test")
    Vertegenwoordiger(inwoner=inwoner, soort="mentor", naam="P.", vanaf_op=voordeur.VANDAAG).bewaren(
        door=systeem(), reden="test"
    )
    Toestemming(
        inwoner=inwoner, van_wet="wmo", naar_wet="jeugdwet", doel="plan", gegeven_op=voordeur.VANDAAG
    ).bewaren(door=systeem(), reden="test")
    voordeur.contact(inwoner=inwoner)
    huis = Huishouden(adressleutel="5921AB|12||").bewaren(door=systeem(), reden="test")
    Huishoudlid(huishouden=huis, inwoner=inwoner, vanaf_op="2020-01-01").bewaren(door=systeem(), reden="test")
    return inwoner


def stand(*inwoners) -> dict:
    """Which row hangs on which person or dossier."""
    uit = {}
    for soort in (Inwoner, Dossier):
        for model, veld in samenvoegen.verwijzingen(soort):
            for rij in model.objects.all():
                uit[f"{model._meta.label}.{veld}", rij.pk] = getattr(rij, f"{veld}_id")
    for lid in Huishoudlid.objects.all():
        uit["lid", lid.pk] = (lid.inwoner_id, lid.tot_op)
    for dossier in Dossier.objects.all():
        uit["dossier", dossier.pk] = (dossier.inwoner_id, dossier.afgeschermd)
    for inwoner in Inwoner.objects.filter(pk__in=[i.pk for i in inwoners]):
        uit["inwoner", inwoner.pk] = (
            inwoner.samengevoegd_met_id, inwoner.telefoon, inwoner.veilig_contact_post, inwoner.tolk,
        )  # fmt: skip
    return uit


@pytest.mark.parametrize("beide_een_dossier", [True, False])
def test_alles_gaat_mee_en_een_herstel_brengt_alles_terug(beide_een_dossier):
    blijft = InwonerFabriek(tolk="Pools")
    verdwijnt = vol(
        InwonerFabriek(telefoon="0612345678", veilig_contact_post="niets_sturen", tolk="Arabisch")
    )
    zaak = ZaakFabriek(dossier__inwoner=verdwijnt)
    if beide_een_dossier:
        ZaakFabriek(dossier__inwoner=blijft)
        Leefzorgplan(dossier=zaak.dossier, opgesteld_op=voordeur.VANDAAG).bewaren(
            door=systeem(), reden="test"
        )
    eerst = stand(blijft, verdwijnt)

    samenvoeging = samen(blijft, verdwijnt)

    na = stand(blijft, verdwijnt)
    op_de_oude = [sleutel for sleutel, wie in na.items() if wie == verdwijnt.pk]
    assert op_de_oude == []
    assert Zaak.objects.get(pk=zaak.pk).dossier.inwoner_id == blijft.pk
    assert na["inwoner", verdwijnt.pk][0] == blijft.pk
    assert na["inwoner", blijft.pk] == (None, "0612345678", "niets_sturen", "Pools")
    for rij in (Inwoner.objects.get(pk=verdwijnt.pk), Contactmoment.objects.get()):
        assert rij.history.count() > 1
        assert rij.history.first().history_change_reason == "samengevoegd: zelfde geboortedatum en adres"
    assert Gebeurtenis.objects.filter(soort="inwoners_samengevoegd", zaak=zaak).exists()

    apart(samenvoeging)

    assert stand(blijft, verdwijnt) == eerst
    rij = Samenvoeging.objects.get()
    assert (rij.hersteld_om is not None, rij.herstelreden, rij.history.count()) == (True, "vader en zoon", 2)
    assert apart(samenvoeging).versie == rij.versie


def test_wat_na_het_samenvoegen_bijkwam_blijft_waar_het_staat():
    blijft, verdwijnt = InwonerFabriek(), InwonerFabriek()
    voordeur.contact(inwoner=verdwijnt)
    samenvoeging = samen(blijft, verdwijnt)
    later = voordeur.contact(inwoner=Inwoner.objects.get(pk=blijft.pk))

    apart(samenvoeging)

    assert Contactmoment.objects.get(pk=later.pk).inwoner_id == blijft.pk
    assert Contactmoment.objects.exclude(pk=later.pk).get().inwoner_id == verdwijnt.pk


@pytest.mark.parametrize(
    ("bsn_blijft", "bsn_verdwijnt", "zin"),
    [("999990019", "999990020", "twee mensen"), ("", "999990019", "met een BSN"), ("999990019", "", None)],
)
def test_een_bsn_gaat_niet_verloren(bsn_blijft, bsn_verdwijnt, zin):
    blijft, verdwijnt = InwonerFabriek(bsn=bsn_blijft), InwonerFabriek(bsn=bsn_verdwijnt)

    if zin is None:
        samen(blijft, verdwijnt)
    else:
        with pytest.raises(ValidationError, match=zin):
            samen(blijft, verdwijnt)

    assert Samenvoeging.objects.exists() is (zin is None)


def test_twee_lopende_plannen_worden_geweigerd_met_een_zin():
    twee = [ZaakFabriek().dossier for _ in range(2)]
    for dossier in twee:
        Leefzorgplan(dossier=dossier, opgesteld_op=voordeur.VANDAAG).bewaren(door=systeem(), reden="test")

    with pytest.raises(ValidationError, match="tegelijk"):
        samen(twee[0].inwoner, twee[1].inwoner)

    assert Inwoner.objects.filter(samengevoegd_met=None).count() == 2


@pytest.mark.parametrize(
    ("wie", "fout"),
    [("administratie", None), ("kcc", PermissionDenied), ("consulent", PermissionDenied), ("beheerder", PermissionDenied)],
)  # fmt: skip
def test_alleen_de_administratie_voegt_samen(wie, fout):
    twee = InwonerFabriek.create_batch(2)
    door = MedewerkerFabriek(rollen=[Rol(wie)]).actor

    if fout:
        with pytest.raises(fout):
            samen(*twee, door=door)
    else:
        samen(*twee, door=door)


def test_afgeschermd_wint_en_alleen_wie_genoemd_is_voegt_samen():
    genoemd, ander = voordeur.administratie(), voordeur.administratie()
    team = WijkteamFabriek()
    lead = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD)
    dicht, open_ = (
        ZaakFabriek(wijkteam=team),
        ZaakFabriek(wijkteam=team, regisseur=MedewerkerFabriek(team=team)),
    )
    nu = timezone.now()
    dossier_afschermen(
        dossier_id=dicht.dossier_id, door=lead.actor, nu=nu, tot=timezone.localdate(nu).replace(year=2030),
        medewerkers=[genoemd.pk], reden="collega",
    )  # fmt: skip

    with pytest.raises(Inwoner.DoesNotExist):
        samen(open_.dossier.inwoner, dicht.dossier.inwoner, door=ander.actor)
    samenvoeging = samen(open_.dossier.inwoner, dicht.dossier.inwoner, door=genoemd.actor)

    assert Zaak.objects.filter(afgeschermd=True, dossier__afgeschermd=True).count() == 2
    for wie, ziet in ((genoemd, 2), (ander, 0), (lead, 0), (open_.regisseur, 2)):
        lezer = Actor.objects.get(medewerker=wie)
        assert Zaak.objects.voor(lezer, Recht.PROCES_INZIEN).count() == ziet, wie
    apart(samenvoeging, door=Actor.objects.get(medewerker=genoemd))
    assert not Zaak.objects.get(pk=open_.pk).afgeschermd
    assert Zaak.objects.get(pk=dicht.pk).afgeschermd
    assert not Zaak.objects.get(pk=open_.pk).uitzonderingen.filter(grond=Grond.AFGESCHERMD).exists()


def test_wie_eraan_werkte_krijgt_een_taak_en_zegt_dat_hij_het_zag(client):
    team = WijkteamFabriek()
    regisseur, kcc = MedewerkerFabriek(team=team), voordeur.kcc()
    zaak = ZaakFabriek(wijkteam=team, regisseur=regisseur)
    verdwijnt = InwonerFabriek()
    voordeur.contact(inwoner=verdwijnt, door=kcc.actor)

    samenvoeging = samen(zaak.dossier.inwoner, verdwijnt)

    taken = {t.medewerker: t for t in Taak.objects.open().filter(adres="toegang:samenvoeging")}
    assert set(taken) == {regisseur, kcc}
    pagina = client.als(regisseur).get(reverse("toegang:samenvoeging", args=[samenvoeging.pk]))
    assert "Ik heb het nagekeken" in pagina.text
    client.post(reverse("toegang:samenvoeging", args=[samenvoeging.pk]))
    assert not Taak.objects.open().filter(medewerker=regisseur, adres="toegang:samenvoeging").exists()
    apart(samenvoeging)
    assert Taak.objects.open().filter(medewerker=regisseur, adres="toegang:samenvoeging").exists()


def test_het_scherm_vergelijkt_voegt_samen_en_haalt_uit_elkaar(client):
    blijft, verdwijnt = InwonerFabriek(geslachtsnaam="Jansen"), InwonerFabriek(geslachtsnaam="Janssen")
    client = client.als(voordeur.administratie())
    adres = reverse("toegang:inwoner_samenvoegen", args=[blijft.pk, verdwijnt.pk])

    zoeken = client.get(reverse("toegang:inwoner_dubbel", args=[blijft.pk]))
    pagina = client.get(adres)
    leeg = client.post(adres, {})
    gedaan = client.post(adres, {"reden": "zelfde telefoon"})

    assert adres in zoeken.text
    assert "Janssen" in pagina.text
    assert "verschilt" in pagina.text
    assert leeg.status_code == 200
    assert gedaan.status_code == 302
    assert len(inwoners_zoeken(lezer=systeem(), naam="jansen").treffers) == 1
    oud = client.get(reverse("toegang:inwoner", args=[verdwijnt.pk]))
    assert oud.url == reverse("toegang:inwoner", args=[blijft.pk])
    herstel = reverse("toegang:samenvoeging_herstellen", args=[Samenvoeging.objects.get().pk])
    assert herstel in client.get(oud.url).text
    assert client.post(herstel, {"reden": "tweeling"}).status_code == 302
    assert len(inwoners_zoeken(lezer=systeem(), naam="jansen").treffers) == 2
    gelezen = set(Inzage.objects.filter(uitkomst="gelukt").values_list("inwoner", flat=True))
    assert {blijft.pk, verdwijnt.pk} <= gelezen


def alle_verwijzingen() -> set[str]:
    """Every key to an inwoner or a dossier, of models with and without history."""
    return {
        f"{model._meta.label}.{veld.name}"
        for model in apps.get_models()
        if not hasattr(model, "instance_type")
        for veld in model._meta.concrete_fields
        if veld.related_model in (Inwoner, Dossier)
    }


def test_elke_sleutel_naar_een_persoon_gaat_mee_of_blijft_met_een_reden():
    """A new model cannot be forgotten: it moves by itself, or stands in BLIJFT_STAAN."""
    mee = {
        f"{model._meta.label}.{veld}"
        for soort in (Inwoner, Dossier)
        for model, veld in samenvoegen.verwijzingen(soort)
    }

    assert alle_verwijzingen() == mee | set(samenvoegen.BLIJFT_STAAN)
    assert not mee & set(samenvoegen.BLIJFT_STAAN)


def test_elk_model_met_persoonsgegevens_hangt_aan_wat_meegaat():
    """Every path from personal data to its inwoner goes through a key that moves, or through the dossier."""
    mee = {f"{m._meta.label}.{v}" for s in (Inwoner, Dossier) for m, v in samenvoegen.verwijzingen(s)}
    mee |= set(samenvoegen.BLIJFT_STAAN)
    paden = [
        (label, pad)
        for kamer in alle()
        for label, een in kamer.persoonsgegevens.items()
        for pad in ((een,) if isinstance(een, str) else een)
    ]

    for label, pad in paden:
        if not pad:
            continue
        from django.apps import apps

        model = apps.get_model(label)
        stappen = []
        for stap in pad.split("__"):
            stappen.append(f"{model._meta.label}.{stap}")
            model = model._meta.get_field(stap).related_model
        assert set(stappen) & mee, label


def test_een_lege_reden_en_dezelfde_persoon_worden_geweigerd():
    een, twee = InwonerFabriek.create_batch(2)

    with pytest.raises(ValidationError):
        samen(een, twee, reden=" ")
    with pytest.raises(ValidationError):
        samen(een, een)
    with pytest.raises(ValidationError):
        apart(samen(een, twee), reden="")
    with pytest.raises(OngeldigeOvergang, match="net samengevoegd"):
        samen(een, twee)


def test_wie_te_laat_samenvoegt_leest_dat_en_ziet_wie_bleef(client):
    een, twee = InwonerFabriek.create_batch(2)
    samen(een, twee)

    antwoord = client.als(voordeur.administratie()).post(
        reverse("toegang:inwoner_samenvoegen", args=[een.pk, twee.pk]), {"reden": "zelfde adres"}, follow=True
    )

    assert antwoord.redirect_chain == [(reverse("toegang:inwoner", args=[een.pk]), 302)]
    assert "intussen samengevoegd" in antwoord.text


def test_wie_keek_blijft_na_het_samenvoegen_te_lezen(client):
    team = WijkteamFabriek()
    regisseur = MedewerkerFabriek(team=team)
    zaak = ZaakFabriek(wijkteam=team, regisseur=regisseur)
    verdwijnt, desk = InwonerFabriek(), MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], last_name="Vroeger")
    client.als(desk).get(reverse("toegang:inwoner", args=[verdwijnt.pk]))

    samen(zaak.dossier.inwoner, verdwijnt)

    assert "Vroeger" in client.als(regisseur).get(reverse("toegang:wie_keek", args=[zaak.pk])).text


def test_een_leeg_dossier_van_de_dubbele_geeft_niets_door():
    dicht = DossierFabriek(afgeschermd=False)
    open_ = DossierFabriek()

    samen(open_.inwoner, dicht.inwoner)

    assert Dossier.objects.count() == 2
