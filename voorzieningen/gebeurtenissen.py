"""The timeline of what was proposed and granted; sentences without content."""

from django.utils import timezone

from toegang.gebeurtenissen import vastleggen
from toegang.models import Gebeurtenis, Leefgebied, Zichtbaar
from toegang.moment import nu
from toegang.opmaak import datum
from toegang.rechten import Laag


def indicatie_voorgesteld(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_voorgesteld", "Hulp voorgesteld.", door=door, zichtbaar=Zichtbaar.INTERN,
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_ingetrokken(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_ingetrokken", "Voorstel voor hulp ingetrokken.", door=door,
        zichtbaar=Zichtbaar.INTERN, adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_toegekend(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_toegekend", "Hulp toegekend.", door=door, op=op, groep="besluit",
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_afgewezen(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_afgewezen", "Hulp niet toegekend.", door=door, op=op, groep="besluit",
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_begonnen(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_begonnen", "De hulp begint.", door=door, op=indicatie.ingangsdatum,
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def indicatie_afgelopen(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_afgelopen", "De hulp is afgelopen.", door=door, op=indicatie.einddatum,
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def herinnerd(indicaties, *, door) -> None:
    """Many at once, in one statement: a run does hundreds."""
    om = nu()
    Gebeurtenis.objects.bulk_create(
        Gebeurtenis(
            zaak_id=i.zaak_id, soort="hulp_loopt_af", op=timezone.localdate(om), om=om, door=door,
            zin=f"Herinnering: de hulp loopt af op {datum(i.einddatum)}.", zichtbaar=Zichtbaar.INTERN,
            laag=Laag.UITVOERING, adres="voorzieningen:afloop", adres_pk=i.pk,
        )
        for i in indicaties
    )  # fmt: skip


def hulp_mag_aflopen(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "hulp_mag_aflopen", "Besloten: de hulp mag aflopen.", door=door, zichtbaar=Zichtbaar.INTERN,
        laag=Laag.UITVOERING, adres="voorzieningen:afloop", adres_pk=indicatie.pk,
    )  # fmt: skip


def hulp_verlengd(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "hulp_verlengd", f"De hulp loopt door tot en met {datum(indicatie.einddatum)}.", door=door,
        groep="besluit", adres="voorzieningen:afloop", adres_pk=indicatie.pk,
    )  # fmt: skip


def hulp_beeindigd(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "hulp_beeindigd", f"De hulp stopt na {datum(indicatie.beeindigd_op)}.", door=door,
        adres="voorzieningen:afloop", adres_pk=indicatie.pk,
    )  # fmt: skip


def indicatie_gestopt(indicatie, *, door, per) -> None:
    vastleggen(
        indicatie.zaak, "indicatie_gestopt", f"De hulp stopt per {datum(per)}.", door=door, groep="besluit",
        adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def verwezen(verwijzing, *, door) -> None:
    """A referral for safety is kept from the portal: somebody else may read along."""
    veilig = verwijzing.leefgebied == Leefgebied.VEILIGHEID or (
        verwijzing.voorziening and Leefgebied.VEILIGHEID in verwijzing.voorziening.leefgebieden
    )
    vastleggen(
        verwijzing.zaak, "verwezen", "Verwezen naar hulp in de buurt.", door=door, groep="gesprek",
        op=verwijzing.verwezen_op, zichtbaar=Zichtbaar.ONTHOUDEN if veilig else Zichtbaar.INWONER,
        adres="voorzieningen:verwijzing", adres_pk=verwijzing.pk,
    )  # fmt: skip


def verwijzing_nagevraagd(verwijzing, *, door) -> None:
    vastleggen(
        verwijzing.van_de_zaak, "verwijzing_nagevraagd", "Nagevraagd hoe de verwijzing verliep.", door=door,
        groep="gesprek", op=verwijzing.nagevraagd_op, zichtbaar=Zichtbaar.INTERN, adres="voorzieningen:verwijzing",
        adres_pk=verwijzing.pk,
    )  # fmt: skip


def levering_toegewezen(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "levering_toegewezen", "De hulp is besteld bij de aanbieder.", door=door, op=op,
        adres="voorzieningen:levering", adres_pk=indicatie.pk,
    )  # fmt: skip


def levering_begonnen(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "levering_begonnen", "De aanbieder is begonnen.", door=door, op=op,
        adres="voorzieningen:levering", adres_pk=indicatie.pk,
    )  # fmt: skip


def levering_onderbroken(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "levering_onderbroken", "De hulp staat stil.", door=door, op=op, laag=Laag.UITVOERING,
        adres="voorzieningen:levering", adres_pk=indicatie.pk,
    )  # fmt: skip


def levering_hervat(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "levering_hervat", "De hulp gaat weer door.", door=door, op=op, laag=Laag.UITVOERING,
        adres="voorzieningen:levering", adres_pk=indicatie.pk,
    )  # fmt: skip


def heronderzoek_gepland(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "heronderzoek_gepland", "Gekozen wanneer wij opnieuw kijken of de hulp past.", door=door,
        zichtbaar=Zichtbaar.INTERN, adres="voorzieningen:afloop", adres_pk=indicatie.pk,
    )  # fmt: skip


def levering_gestopt(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "levering_gestopt", "De aanbieder stopte met de hulp.", door=door, op=op,
        adres="voorzieningen:levering", adres_pk=indicatie.pk,
    )  # fmt: skip


def levering_blijft_uit(indicatie, *, door) -> None:
    vastleggen(
        indicatie.zaak, "levering_blijft_uit", "De aanbieder is niet op tijd begonnen.", door=door,
        zichtbaar=Zichtbaar.INTERN, laag=Laag.UITVOERING, adres="voorzieningen:levering", adres_pk=indicatie.pk,
    )  # fmt: skip


def opdracht_geregistreerd(indicatie, *, door, op) -> None:
    vastleggen(
        indicatie.zaak, "opdracht_geregistreerd", "Hulp vastgelegd op een verwijzing of bepaling, zonder besluit.",
        door=door, op=op, adres="voorzieningen:indicaties", adres_pk=indicatie.zaak_id,
    )  # fmt: skip


def verzoek_ontvangen(verzoek, *, door) -> None:
    vastleggen(
        verzoek.zaak, "verzoek_ontvangen", "Een aanbieder vraagt om een toewijzing.", door=door,
        op=verzoek.ontvangen_op, zichtbaar=Zichtbaar.INTERN, laag=Laag.UITVOERING, adres="voorzieningen:verzoek",
        adres_pk=verzoek.pk,
    )  # fmt: skip


def verzoek_in_onderzoek(verzoek, *, door) -> None:
    vastleggen(
        verzoek.zaak, "verzoek_in_onderzoek", "De aanbieder hoorde dat zijn verzoek wordt onderzocht.", door=door,
        op=verzoek.in_onderzoek_op, zichtbaar=Zichtbaar.INTERN, laag=Laag.UITVOERING,
        adres="voorzieningen:verzoek", adres_pk=verzoek.pk,
    )  # fmt: skip


def verzoek_beantwoord(verzoek, *, door) -> None:
    vastleggen(
        verzoek.zaak, "verzoek_beantwoord", "Het verzoek van de aanbieder is beantwoord.", door=door,
        op=verzoek.beantwoord_op, zichtbaar=Zichtbaar.INTERN, laag=Laag.UITVOERING, adres="voorzieningen:verzoek",
        adres_pk=verzoek.pk,
    )  # fmt: skip


def budgetplan_ontvangen(plan, *, door) -> None:
    vastleggen(
        plan.zaak, "budgetplan_ontvangen", "Budgetplan voor een pgb vastgelegd.", door=door, op=plan.ontvangen_op,
        zichtbaar=Zichtbaar.INTERN, adres="voorzieningen:budgetplan", adres_pk=plan.pk,
    )  # fmt: skip


def budgetplan_beoordeeld(plan, *, door) -> None:
    vastleggen(
        plan.zaak, "budgetplan_beoordeeld", "Voorwaarden van het pgb beoordeeld.", door=door, op=plan.beoordeeld_op,
        zichtbaar=Zichtbaar.INTERN, adres="voorzieningen:budgetplan", adres_pk=plan.pk,
    )  # fmt: skip


def budgetplan_ingetrokken(plan, *, door) -> None:
    vastleggen(
        plan.zaak, "budgetplan_ingetrokken", "De inwoner wil geen pgb meer.", door=door, op=plan.ingetrokken_op,
        zichtbaar=Zichtbaar.INTERN, adres="voorzieningen:budgetplan", adres_pk=plan.pk,
    )  # fmt: skip
