"""The timeline of what was proposed and granted; sentences without content."""

from django.utils import timezone

from toegang.gebeurtenissen import vastleggen
from toegang.models import Gebeurtenis, Zichtbaar
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
