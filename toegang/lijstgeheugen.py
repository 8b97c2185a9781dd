"""A list as one left it: the filters stay for the session, saved views stay under their name."""

from django.contrib.auth import get_user_model
from django.db.models import CharField, Exists, OuterRef, Q, Value

from toegang.models import Weergave, Zaak
from toegang.rechten import Recht, Rol
from toegang.vaste_vraag import vaste_vraag

SLEUTEL = "lijst:"


def onthouden(request, lijst: str, tekst: str) -> None:
    """Keep the filters (a query string) for this session; saved only when they changed."""
    sleutel = SLEUTEL + lijst
    if request.session.get(sleutel, "") != tekst:
        request.session[sleutel] = tekst


def onthouden_adres(request, lijst: str) -> str:
    """Where this list was left, for who opens it without any choice in the address; '' when nothing was chosen."""
    tekst = "" if request.GET else request.session.get(SLEUTEL + lijst, "")
    return f"{request.path}?{tekst}" if tekst else ""


def keuzelijsten(lezer, lijst: str, *, teams: bool = True, mensen: bool = False) -> dict[str, list[tuple]]:
    """One query: my saved views of this list, the teams to choose from, and who has work that I distribute."""
    uit: dict[str, list[tuple]] = {"weergave": [], "team": [], "mens": []}
    rijen = _keuzes(lezer=lezer, lijst=lijst, teams=teams, mensen=mensen)
    for soort, pk, naam, extra in sorted(rijen, key=lambda rij: (rij[2].lower(), rij[1])):
        uit[soort].append(
            (pk, f"{extra[:1]}. {naam}" if extra else naam) if soort == "mens" else (pk, naam, extra)
        )
    uit["team"] = [(pk, naam) for pk, naam, _ in uit["team"]]
    return uit


@vaste_vraag
def _keuzes(lezer, lijst, teams, mensen):
    vraag = _soort("weergave", Weergave.objects.van(lezer, lijst), "naam", "filter")
    delen = []
    if teams:
        delen.append(_soort("team", _teams(lezer), "naam"))
    if mensen:
        zaken = Zaak.objects.voor(lezer, Recht.VERDELEN).open().filter(regisseur=OuterRef("pk"))
        wie = get_user_model().objects.filter(Exists(zaken))
        delen.append(_soort("mens", wie, "last_name", "first_name"))
    return vraag.union(*delen, all=True) if delen else vraag


def _soort(soort: str, vraag, naam: str, extra: str = ""):
    kolom = {"x_soort": Value(soort, CharField()), "x_extra": Value("", CharField())}
    if extra:
        del kolom["x_extra"]
    return vraag.order_by().annotate(**kolom).values_list("x_soort", "pk", naam, extra or "x_extra")


def _teams(lezer):
    """All teams for the desk, else my own."""
    model = Zaak._meta.get_field("wijkteam").related_model
    if lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
        return model.objects.all()
    eigen = Q(pk__in=())
    for teams in dict.fromkeys(lezer.rechten.teams.get(Recht.PROCES_INZIEN, {}).values()):
        eigen |= Q(pk__in=teams)  # apart: the teams of two laws may overlap, and the statement is fixed
    return model.objects.filter(eigen)
