"""The teams and their areas, for the beheerder."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Prefetch, Q
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.rechten import Rol
from toegang.schermen import scherm
from toegang.verouderd import ingehaald, versie_uit
from wijkteams.forms.team import TeamFormulier
from wijkteams.models import Gebied, Lidmaatschap, Wijkteam
from wijkteams.usecases.wijkteam_vastleggen import wijkteam_vastleggen
from wijkteams.views.collegas import BEHEER


@scherm("teams", **BEHEER)
def teams(request):
    """Each with its postcodes, its people, and who leads it."""
    vandaag = timezone.localdate()
    nu = Q(lidmaatschappen__vanaf_op__lte=vandaag) & (
        Q(lidmaatschappen__tot_op=None) | Q(lidmaatschappen__tot_op__gt=vandaag)
    )
    leiders = Lidmaatschap.objects.op(vandaag).filter(rol=Rol.TEAMLEAD).select_related("medewerker")
    rijen = list(
        Wijkteam.objects.annotate(mensen=Count("lidmaatschappen__medewerker", filter=nu, distinct=True))
        .prefetch_related(
            Prefetch("gebieden", Gebied.objects.order_by("postcode4")),
            Prefetch("lidmaatschappen", leiders.order_by("medewerker__last_name", "pk"), to_attr="leiders"),
        )
        .order_by("naam")
    )
    for team in rijen:
        team.postcodes = in_reeksen([int(gebied.postcode4) for gebied in team.gebieden.all()])
        team.leiding = ", ".join(dict.fromkeys(lid.medewerker.naam for lid in team.leiders))
    return TemplateResponse(request, "wijkteams/teams.html", {"rijen": rijen})


def in_reeksen(nummers: list[int]) -> str:
    """5921-5928 5951: as they are typed."""
    reeksen: list[list[int]] = []
    for nummer in nummers:
        if reeksen and reeksen[-1][1] == nummer - 1:
            reeksen[-1][1] = nummer
        else:
            reeksen.append([nummer, nummer])
    return " ".join(str(van) if van == tot else f"{van}-{tot}" for van, tot in reeksen)


@scherm("team_toevoegen", **BEHEER)
def toevoegen(request):
    return _bewerken(request, None)


@scherm("team_wijzigen", **BEHEER)
def wijzigen(request, pk):
    return _bewerken(request, Wijkteam.objects.get(pk=pk))


def _bewerken(request, team: Wijkteam | None):
    formulier = TeamFormulier(request.POST if request.method == "POST" else None, initial=_begin(team))
    if formulier.is_valid():
        try:
            bewaard = wijkteam_vastleggen(
                door=request.lezer, wijkteam_id=team.pk if team else None, versie=versie_uit(request),
                **formulier.cleaned_data,
            )  # fmt: skip
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except Verouderd as fout:
            ingehaald(request, formulier, fout.huidig, _begin(fout.huidig))
        else:
            messages.success(request, f"{bewaard.naam} is bewaard. Nieuwe meldingen volgen deze postcodes.")
            return redirect("wijkteams:teams")
    versie = Wijkteam.objects.values_list("versie", flat=True).get(pk=team.pk) if team else 0
    context = {"team": team, "formulier": formulier, "versie": versie}
    return TemplateResponse(request, "wijkteams/team_bewerken.html", context)


def _begin(team: Wijkteam | None) -> dict:
    if team is None:
        return {"soort": Wijkteam.Soort.WIJK}
    gebieden = team.gebieden.order_by("postcode4").values_list("postcode4", flat=True)
    postcodes = in_reeksen([int(postcode) for postcode in gebieden])
    return {"naam": team.naam, "soort": team.soort, "telefoon": team.telefoon, "postcodes": postcodes}
