"""The colleagues, for the beheerder: the list, and the page of one. Numbers of work, nobody who came to the desk."""

from uuid import UUID

from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import eenmalig
from toegang.bulk import sleutels
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.telefoon import leesbaar
from toegang.werkfilter import vraagtekst
from wijkteams import collegalezen as lezen
from wijkteams.collegaregels import EIGEN, waarom_niet_in_dienst
from wijkteams.forms.collega import ZoekFormulier
from wijkteams.inloglink import pad_van
from wijkteams.models import Dienstverband, Discipline, Lidmaatschap, Wijkteam

BEHEER = {"laag": Laag.CONTACT, "rollen": (Rol.BEHEERDER,)}
GETOOND = "inloglink_eenmalig"


@scherm("collegas", **BEHEER)
def collegas(request):
    """By name, fifty a page; who works here unless asked otherwise."""
    teams = list(Wijkteam.objects.order_by("naam"))
    formulier = ZoekFormulier(request.GET or None, teams=teams)
    vraag = formulier.cleaned_data if formulier.is_bound and formulier.is_valid() else {}
    na = next(iter(sleutels([request.GET.get("na", "")], UUID)), None)
    rijen, volgende = lezen.bladeren(lezen.gezocht(vraag, timezone.localdate()), na)
    gekozen = {naam: waarde for naam, waarde in vraag.items() if waarde}
    context = {
        "rijen": rijen, "formulier": formulier, "gezocht": bool(gekozen), "verder": bool(na),
        "volgende": vraagtekst({**gekozen, "na": str(volgende)}) if volgende else "",
        "begin": vraagtekst(gekozen) or "?",
        "per": lezen.PER,
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/collegas.html", context)


@scherm("collega", **BEHEER)
def collega(request, pk):
    """All of one colleague; a link that was made just now is shown once."""
    dienst = Dienstverband.objects.select_related("medewerker").get(pk=pk)
    mens, nu, vandaag = dienst.medewerker, timezone.now(), timezone.localdate()
    leden = list(
        Lidmaatschap.objects.filter(medewerker=mens)
        .select_related("wijkteam")
        .order_by("wijkteam__naam", "rol", "discipline", "-vanaf_op", "pk")
    )
    for lid in leden:
        lid.loopt = not lid.is_voorbij(vandaag)
        lid.ging_niet_door = lid.tot_op == lid.vanaf_op
    regels, meer = lezen.geschiedenis(dienst)
    bericht = dienst.berichten.order_by("-gevraagd_om", "-pk").first()
    context = {
        "dienst": dienst, "mens": mens, "vandaag": vandaag, "leden": [lid for lid in leden if lid.loopt],
        "oud": [lid for lid in leden if not lid.loopt], "rollen": lezen.rolnamen(mens),
        "inloggen": lezen.inloggen_van(dienst, nu), "bericht": bericht, "regels": regels, "meer": meer,
        "werk": lezen.werk_van(mens, nu, vandaag), "adres": _link(request, dienst),
        "weigering": EIGEN if request.lezer.medewerker_id == mens.pk else waarom_niet_in_dienst(dienst),
        "telefoon": leesbaar(mens.telefoon), "vakgebieden": ", ".join(Discipline(d).label for d in mens.disciplines),
        "mag_overdragen": request.lezer.rechten.heeft_rol(Rol.TEAMLEAD, Rol.PROCESCOORDINATOR),
        "uren": f"{mens.contracturen.normalize():f}".replace(".", ","),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/collega.html", context)


def _link(request, dienst: Dienstverband) -> str:
    """The link that was asked for just now, made as it is shown: it stands in no row, nor in a session."""
    nieuw = eenmalig.tonen(request, GETOOND, dienst.pk)
    return request.build_absolute_uri(pad_van(dienst.medewerker)) if nieuw else ""
