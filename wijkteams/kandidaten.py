"""Who may become regisseur of a zaak, in the order of the proposal: what distributing reads."""

import datetime

from django.db.models import Case, Count, Exists, OuterRef, Q, Value, When
from django.db.models.fields import BooleanField

from toegang.models import Huishoudlid, Zaak
from toegang.rechten import Recht
from wijkteams.models import Afwezigheid, Lidmaatschap, VasteContactpersoon, Wijkteam
from wijkteams.toewijsregels import Kandidaat, caseload, discipline_van, rangorde
from wijkteams.verdeling import consulenten

COMPLEX = Case(
    When(wijkteam__soort=Wijkteam.Soort.WIJK, then=Value(False)),
    When(wijkteam=None, then=Value(False)),
    default=Value(True),
    output_field=BooleanField(),
)


def kandidaten(
    zaak: Zaak, lezer, vandaag: datetime.date, *, vast: VasteContactpersoon | None = None
) -> list[Kandidaat]:
    """The consulents of the team and the law of this zaak, who fits best first. Four queries.

    Who knows the household is read only from zaken that this reader may see.
    """
    mensen = list(
        consulenten(zaak.wijkteam_id, zaak.wet, vandaag)
        .annotate(kent=_kent_gezin(zaak, lezer))
        .order_by("last_name", "first_name", "pk")
    )
    last = _caseload([m.pk for m in mensen])
    weg = {a.medewerker_id: a for a in Afwezigheid.objects.op(vandaag).filter(medewerker__in=mensen)}
    kan = _disciplines(zaak.wijkteam_id, vandaag)
    return rangorde(
        [
            Kandidaat(
                medewerker_id=m.pk, naam=m.naam, punten=last.get(m.pk, 0), contracturen=m.contracturen,
                disciplines=tuple(kan.get(m.pk, ())), kent_gezin=m.kent,
                terug_op=weg[m.pk].terug_op if m.pk in weg else None,
                contactpersoon_van=vast.organisatie.naam if vast and vast.medewerker_id == m.pk else "",
            )
            for m in mensen
        ],
        grootste=discipline_van(zaak.wet, zaak.onderwerp),
    )  # fmt: skip


def _kent_gezin(zaak: Zaak, lezer) -> Exists:
    """Has or had a zaak of this inwoner, or of who lives in the same household now."""
    inwoner = zaak.dossier.inwoner_id
    thuis = Huishoudlid.objects.filter(inwoner=inwoner, tot_op=None).values("huishouden")
    huisgenoten = Huishoudlid.objects.filter(huishouden__in=thuis, tot_op=None).values("inwoner")
    van_gezin = Q(dossier__inwoner=inwoner) | Q(dossier__inwoner__in=huisgenoten)
    gezien = Zaak.objects.voor(lezer, Recht.PROCES_INZIEN).filter(van_gezin)
    had = Q(regisseur=OuterRef("pk")) | Q(toewijzingen__regisseur=OuterRef("pk"))
    return Exists(gezien.filter(had))


def _caseload(medewerkers: list[int]) -> dict[int, int]:
    """Points of all that they have, in whichever team; counts only, nobody is named."""
    groepen = (
        Zaak.objects.open()
        .filter(regisseur__in=medewerkers)
        .annotate(complex=COMPLEX)
        .order_by()
        .values("regisseur_id", "status", "spoed", "complex", "wet", "soort")
        .annotate(aantal=Count("pk"))
    )
    return caseload(groepen)


def _disciplines(wijkteam_id: int | None, vandaag: datetime.date) -> dict[int, list[str]]:
    """What each consulent of the team does there."""
    uit: dict[int, list[str]] = {}
    leden = Lidmaatschap.objects.filter(wijkteam_id=wijkteam_id, rol="consulent").op(vandaag)
    for wie, discipline in leden.order_by("discipline").values_list("medewerker_id", "discipline"):
        uit.setdefault(wie, []).append(discipline)
    return uit
