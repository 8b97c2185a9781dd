"""The page of the team: findings, charts that are tables, the dossiers behind each figure, and the same as a file."""

from dataclasses import replace

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang import onderdelen, opmaak, rekenblad
from toegang.cijfers import Blok, Lijst, Vraag, lezen
from toegang.lijst import bladeren, met_termijn
from toegang.models.zaak import ZaakQuerySet
from toegang.omgeving import Menupunt
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.werkfilter import vraagtekst
from wijkteams.models import Wijkteam

WIE = (Rol.TEAMLEAD, Rol.PROCESCOORDINATOR)
KOPPEN = ("Naam", "Waarover", "Wet", "Bij wie", "Gemeld op", "Status")
HOOGSTENS = 5000  # rows of a file about people


@scherm("teambeeld", laag=Laag.PROCES, rollen=WIE)
def teambeeld(request):
    """Figures only: nobody is shown, so nobody is written down."""
    teams, team = _teams(request)
    if team is None:
        return TemplateResponse(request, "wijkteams/teambeeld.html", {"team": None})
    v = Vraag(request.lezer, team.pk, timezone.localdate())
    bevindingen, blokken = _lezen(v)
    context = {
        "team": team, "peildatum": v.vandaag, "blokken": blokken, "bevindingen": bevindingen,
        "lijst_url": f"{reverse('wijkteams:teambeeld_lijst')}?team={team.pk}&cijfer=",
        "tabs": [Menupunt(t.naam, f"?team={t.pk}", actief=t.pk == team.pk) for t in teams] if len(teams) > 1 else [],
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/teambeeld.html", context)


@scherm("teambeeld_bestand", laag=Laag.PROCES, rollen=WIE, actie="exporteren")
def exporteren(request):
    """All figures of the page in one sheet; that it was taken is written down."""
    _, team = _teams(request)
    if team is None:
        raise Http404
    v = Vraag(request.lezer, team.pk, timezone.localdate())
    bevindingen, blokken = _lezen(v)
    rijen: list[list] = [["Bevinding", b.woorden, b.aantal] for b in bevindingen]
    for blok in blokken:
        rijen += [[], [blok.titel, blok.bevinding], [naam for naam in blok.kolommen if naam]]
        rijen += [
            [cel.kaal for cel, kop in zip(regel, blok.kolommen, strict=True) if kop] for regel in blok.regels
        ]
    request.inzage.toon()  # of nobody in particular
    return _bestand(request, f"{team.naam} {v.vandaag:%Y-%m-%d}", [team.naam, opmaak.datum(v.vandaag)], rijen)


@scherm("teambeeld_lijst", laag=Laag.PROCES, rollen=WIE)
def lijst(request):
    """The dossiers behind one figure; as many as it said."""
    team, titel, gevraagd, zaken = _achter(request)
    pagina = bladeren(zaken, na=request.GET.get("na"), voor=request.GET.get("voor"))
    met_termijn(pagina.zaken)
    for zaak in pagina.zaken:
        request.inzage.toon_zaak(zaak)
    vast = {"team": team.pk, "cijfer": request.GET.get("cijfer", "open")}
    totaal = zaken.aggregate(n=Count("pk"))["n"]
    context = {
        "team": team, "titel": titel, "uitleg": gevraagd.uitleg, "zaken": pagina.zaken,
        "meer": gevraagd.meer, "meer_url": _meer_url(gevraagd), "totaal": totaal,
        "hoogstens": HOOGSTENS if totaal > HOOGSTENS else None,
        "beeldnaam": f"Teambeeld {team.naam}", "beeld_url": f"{reverse('wijkteams:teambeeld')}?team={team.pk}",
        "overdragen_url": reverse("wijkteams:overdragen"), "terug": request.get_full_path(),
        "kies_alles": f"{vraagtekst(vast)}&kies=alles", "alles_gekozen": request.GET.get("kies") == "alles",
        "vast": vraagtekst(vast),
        "vorige": f"{vraagtekst(vast)}&{pagina.vorige}" if pagina.vorige else "",
        "volgende": f"{vraagtekst(vast)}&{pagina.volgende}" if pagina.volgende else "", "vanaf": pagina.vanaf,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/teambeeld_lijst.html", context)


@scherm("teambeeld_lijst_bestand", laag=Laag.PROCES, rollen=WIE, actie="exporteren")
def lijst_exporteren(request):
    """The same list as a file: without address or BSN, and each person in it is written down."""
    team, titel, _, zaken = _achter(request)
    rijen: list[list] = []
    gevonden = list(zaken.met_lijstgegevens()[: HOOGSTENS + 1])
    for zaak in gevonden[:HOOGSTENS]:
        request.inzage.toon_zaak(zaak)
        rijen.append(
            [
                zaak.dossier.inwoner.naam.weergave(), zaak.get_onderwerp_display(), zaak.get_wet_display(),
                zaak.regisseur.naam if zaak.regisseur else "", opmaak.datum_kort(zaak.gemeld_op),
                zaak.get_status_display(),
            ]
        )  # fmt: skip
    if len(gevonden) > HOOGSTENS:
        rijen += [[], [f"Dit zijn de eerste {opmaak.getal(HOOGSTENS)} dossiers. Er zijn er meer."]]
    return _bestand(request, f"{team.naam} {titel}", KOPPEN, rijen)


def _teams(request) -> tuple[list[Wijkteam], Wijkteam | None]:
    """The teams that this reader distributes, and the one that was asked for; another one is not there."""
    per_wet = request.lezer.rechten.teams.get(Recht.VERDELEN, {})
    mijn = {pk for teams in per_wet.values() for pk in teams}
    teams = list(Wijkteam.objects.filter(pk__in=mijn).order_by("naam"))
    gevraagd = request.GET.get("team")
    if gevraagd is None:
        return teams, teams[0] if teams else None
    team = next((t for t in teams if str(t.pk) == gevraagd), None)
    if team is None:
        raise Http404
    return teams, team


def _lezen(v: Vraag):
    """All rooms' figures, in one statement."""
    kamers = [kamer.cijfers for kamer in onderdelen.alle() if kamer.cijfers]
    gelezen = lezen(v, kamers)
    bevindingen = sorted(
        (b for cijfers in kamers for b in cijfers.bevindingen(v, gelezen)), key=lambda b: b.volgorde
    )
    blokken: list[Blok] = [blok for cijfers in kamers for blok in cijfers.blokken(v, gelezen)]
    return bevindingen, sorted(blokken, key=lambda blok: VOLGORDE.get(blok.naam, len(VOLGORDE)))


# Work of now first, then how it went; two small blocks stand beside each other.
VOLGORDE = {
    naam: nr
    for nr, naam in enumerate(
        ("werk", "wacht", "afloop", "levering", "evaluaties", "onderzoek", "besluit", "stroom", "resultaat",
         "uitstroom", "producten", "teams", "hulp_teams")
    )
}  # fmt: skip


def _achter(request) -> tuple[Wijkteam, str, Lijst, ZaakQuerySet]:
    """Team, title, list and zaken of the address; 404 for a name or a key that makes no sense."""
    _, team = _teams(request)
    naam, _, sleutel = request.GET.get("cijfer", "open").partition(":")
    lijsten = {
        n: rij for kamer in onderdelen.alle() if kamer.cijfers for n, rij in kamer.cijfers.lijsten.items()
    }
    if team is None or naam not in lijsten:
        raise Http404
    v = replace(Vraag(request.lezer, team.pk, timezone.localdate()), sleutel=sleutel)
    gevraagd = lijsten[naam]
    try:
        return team, gevraagd.titel(v), gevraagd, gevraagd.zaken(v)
    except (ValueError, IndexError, OverflowError) as fout:
        raise Http404 from fout


def _meer_url(gevraagd: Lijst) -> str:
    """The page of the room that shows the same; '' when there is none."""
    return f"{reverse(gevraagd.meer.adres)}{gevraagd.meer.vraag}" if gevraagd.meer else ""


def _bestand(request, naam: str, koppen, rijen) -> HttpResponse:
    """CSV, or XLSX when asked."""
    soort = rekenblad.XLSX if request.GET.get("vorm") == rekenblad.XLSX else rekenblad.CSV
    inhoud = (
        rekenblad.als_xlsx(naam, koppen, rijen)
        if soort == rekenblad.XLSX
        else rekenblad.als_csv(koppen, rijen)
    )
    antwoord = HttpResponse(inhoud, content_type=rekenblad.SOORTEN[soort])
    antwoord["Content-Disposition"] = f'attachment; filename="teambeeld.{soort}"'
    return antwoord
