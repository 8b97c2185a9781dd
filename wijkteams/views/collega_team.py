"""In and out of a team, and out of service and back."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from toegang import opmaak
from toegang.schermen import scherm
from toegang.verouderd import versie_uit
from wijkteams.collegalezen import werk_van
from wijkteams.collegaregels import check_niet_eigen, is_beheerder, waarom_niet_in_dienst, waarom_niet_laatste
from wijkteams.forms.collega import EindeFormulier, LidFormulier, RedenFormulier
from wijkteams.models import Dienstverband, Lidmaatschap, Wijkteam
from wijkteams.usecases.dienstverband_beeindigen import dienstverband_beeindigen
from wijkteams.usecases.dienstverband_hervatten import dienstverband_hervatten
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen
from wijkteams.usecases.lidmaatschap_beginnen import in_woorden, lidmaatschap_beginnen
from wijkteams.views.collega_wijzigen import WEIGERINGEN, blad, dienst_van, opnieuw
from wijkteams.views.collegas import BEHEER


@scherm("lidmaatschap_beginnen", **BEHEER)
def lid_worden(request, pk):
    """One team and one role, for one or more fields of work."""
    dienst, vandaag = dienst_van(pk), timezone.localdate()
    check_niet_eigen(request.lezer, dienst.medewerker_id)
    teams = list(Wijkteam.objects.order_by("naam"))
    formulier = LidFormulier(
        request.POST if request.method == "POST" else None, teams=teams,
        initial={"vanaf_op": vandaag, "disciplines": dienst.medewerker.disciplines},
    )  # fmt: skip
    tekst = {"titel": "Team kiezen", "knoptekst": "In dit team zetten"}
    if not teams:
        geen_team = "Er zijn nog geen teams. Maak eerst een team bij 'Teams'."
        tekst["weigering"] = waarom_niet_in_dienst(dienst) or geen_team
    if formulier.is_valid():
        data = formulier.cleaned_data
        try:
            for discipline in data["disciplines"]:
                lidmaatschap_beginnen(
                    medewerker_id=dienst.medewerker_id, wijkteam_id=int(data["wijkteam"]), rol=data["rol"],
                    discipline=discipline, vanaf_op=data["vanaf_op"], reden=data["reden"], door=request.lezer,
                    vandaag=vandaag,
                )  # fmt: skip
        except WEIGERINGEN as fout:
            return opnieuw(request, dienst, formulier, fout, **tekst)
        wanneer = "nu" if data["vanaf_op"] == vandaag else f"vanaf {opmaak.datum(data['vanaf_op'])}"
        messages.success(
            request, f"Bewaard. {dienst.medewerker.naam} ziet {wanneer} de dossiers van dit team."
        )
        return redirect("wijkteams:collega", pk)
    return blad(request, dienst, formulier, **tekst)


@scherm("lidmaatschap_beeindigen", **BEHEER)
def lid_af(request, pk):
    """Out of one team, in one role; dossiers stay with her until the teamlead hands them over."""
    lid, vandaag = Lidmaatschap.objects.select_related("wijkteam").get(pk=pk), timezone.localdate()
    check_niet_eigen(request.lezer, lid.medewerker_id)
    dienst = Dienstverband.objects.select_related("medewerker").get(medewerker=lid.medewerker_id)
    formulier = EindeFormulier(
        request.POST if request.method == "POST" else None, initial={"laatste_dag": lid.laatste_dag}
    )
    tekst = {
        "titel": "Uit het team halen", "knoptekst": "Uit het team halen", "uitleg": in_woorden(lid),
        "versie": lid.versie, "werk": werk_van(dienst.medewerker, timezone.now(), vandaag),
    }  # fmt: skip
    if lid.is_voorbij(vandaag):
        tekst["weigering"] = "Dit is al beëindigd."
    if formulier.is_valid():
        data = formulier.cleaned_data
        try:
            lidmaatschap_beeindigen(
                lidmaatschap_id=pk, laatste_dag=data["laatste_dag"], reden=data["reden"], door=request.lezer,
                vandaag=vandaag, versie=versie_uit(request),
            )  # fmt: skip
        except WEIGERINGEN as fout:
            return opnieuw(request, dienst, formulier, fout, **tekst)
        messages.success(request, f"Bewaard: {in_woorden(lid)}.")
        return redirect("wijkteams:collega", dienst.pk)
    return blad(request, dienst, formulier, **tekst)


@scherm("dienstverband_beeindigen", **BEHEER)
def uit_dienst(request, pk):
    """Now or after a day; first what is still in her hands."""
    dienst, vandaag, nu = dienst_van(pk), timezone.localdate(), timezone.now()
    check_niet_eigen(request.lezer, dienst.medewerker_id)
    mens = dienst.medewerker
    formulier = EindeFormulier(
        request.POST if request.method == "POST" else None, nu="Nu meteen: inloggen gaat dicht",
        daarna="Na de laatste werkdag",
    )  # fmt: skip
    formulier.fields["laatste_dag"].label = "Laatste werkdag"
    tekst = {"titel": "Uit dienst", "knoptekst": "Uit dienst melden", "werk": werk_van(mens, nu, vandaag)}
    laatste = waarom_niet_laatste(mens) if is_beheerder(mens) else ""
    tekst["weigering"] = waarom_niet_in_dienst(dienst) or laatste
    if formulier.is_valid():
        data = formulier.cleaned_data
        try:
            gedaan = dienstverband_beeindigen(
                dienstverband_id=pk, laatste_dag=data["laatste_dag"], reden=data["reden"], door=request.lezer,
                vandaag=vandaag, nu=nu, versie=versie_uit(request),
            )  # fmt: skip
        except WEIGERINGEN as fout:
            return opnieuw(request, dienst, formulier, fout, **tekst)
        zin = (
            "kan nu niet meer inloggen"
            if not gedaan.medewerker.is_active
            else "kan tot en met die dag inloggen"
        )
        messages.success(request, f"Bewaard. {mens.naam} {zin}. Wat nog over te dragen is, staat hieronder.")
        return redirect("wijkteams:collega", pk)
    return blad(request, dienst, formulier, **tekst)


@scherm("dienstverband_hervatten", **BEHEER)
def terug(request, pk):
    """Stays after all, or is back."""
    dienst = dienst_van(pk)
    check_niet_eigen(request.lezer, dienst.medewerker_id)
    mens = dienst.medewerker
    formulier = RedenFormulier(request.POST if request.method == "POST" else None)
    blijft = mens.is_active
    uitleg = (
        "De laatste werkdag vervalt. Er verandert niets aan rollen en teams."
        if blijft
        else f"{mens.naam} begint zonder rollen, teams en wachtwoord. Geef die daarna opnieuw."
    )
    titel = "Blijft toch in dienst" if blijft else "Terug in dienst"
    tekst = {"titel": titel, "knoptekst": titel, "uitleg": uitleg, "weigering": ""}
    if blijft and dienst.tot_op is None:
        tekst["weigering"] = f"{mens.naam} is in dienst."
    if formulier.is_valid():
        try:
            dienstverband_hervatten(
                dienstverband_id=pk, reden=formulier.cleaned_data["reden"], door=request.lezer,
                vandaag=timezone.localdate(), versie=versie_uit(request),
            )  # fmt: skip
        except WEIGERINGEN as fout:
            return opnieuw(request, dienst, formulier, fout, **tekst)
        messages.success(request, f"{mens.naam} {'blijft' if blijft else 'is terug'} in dienst.")
        return redirect("wijkteams:collega", pk)
    return blad(request, dienst, formulier, **tekst)
