"""What every page needs: the municipality, and the menu of the reader's roles."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf

from toegang.adres import adres_van
from toegang.rechten import Rechten, Rol
from toegang.tafelstand import is_aan


@dataclass(frozen=True)
class Menupunt:
    """One item of the main navigation."""

    naam: str
    url: str
    actief: bool
    aantal: int | None = None


# Which roles see which item, what is used most first; a later room is named by its URL only.
MENU: tuple[tuple[str, str, tuple[Rol, ...]], ...] = (
    ("Mijn werk", "toegang:mijn_werk", tuple(Rol)),
    ("Mijn dag", "wijkteams:dag", (Rol.CONSULENT,)),
    ("Nieuw contact", "toegang:contact_registreren", (Rol.KCC, Rol.ADMINISTRATIE)),
    ("Nieuwe post", "toegang:post_registreren", (Rol.ADMINISTRATIE,)),
    (
        "Werkvoorraad",
        "toegang:werkvoorraad",
        (Rol.ADMINISTRATIE, Rol.CONSULENT, Rol.TEAMLEAD, Rol.PROCESCOORDINATOR, Rol.JURIST),
    ),
    ("Verzenden", "toegang:verzendingen", (Rol.ADMINISTRATIE,)),
    ("Dossiers", "toegang:zaken", (Rol.CONSULENT, Rol.TEAMLEAD, Rol.PROCESCOORDINATOR, Rol.ADMINISTRATIE)),
    ("Verdelen", "wijkteams:verdelen", (Rol.TEAMLEAD, Rol.PROCESCOORDINATOR)),
    ("Teambeeld", "wijkteams:teambeeld", (Rol.TEAMLEAD, Rol.PROCESCOORDINATOR)),
    ("Besluiten", "beschikkingen:rij", (Rol.TOETSER, Rol.ONDERTEKENAAR)),
    ("Bezwaren", "beschikkingen:bezwaren", (Rol.JURIST,)),
    ("Toezicht", "toegang:toezicht", (Rol.TOEZICHTHOUDER,)),
    ("Inzage", "toegang:noodinzagen", (Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,)),
    ("Vernietigen", "toegang:vernietigingen", (Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,)),
    ("Herinneringen", "voorzieningen:herinneringen", (Rol.ADMINISTRATIE, Rol.TEAMLEAD)),
    ("Collega's", "wijkteams:collegas", (Rol.BEHEERDER,)),
    ("Teams", "wijkteams:teams", (Rol.BEHEERDER,)),
    ("Aanbieders", "voorzieningen:aanbieders", (Rol.CONTRACTBEHEERDER, Rol.BEHEERDER, Rol.ADMINISTRATIE)),
    ("Producten", "voorzieningen:producten", (Rol.CONTRACTBEHEERDER, Rol.BEHEERDER)),
    ("Mandaten", "beschikkingen:mandaten", (Rol.BEHEERDER,)),
    ("Organisaties", "toegang:organisaties", (Rol.BEHEERDER,)),
    ("Vaste teksten", "wijkteams:tekstblokken", (Rol.BEHEERDER,)),
    ("Deskundigen", "wijkteams:deskundigen", (Rol.BEHEERDER,)),
    ("Feestdagen", "toegang:feestdagen", (Rol.BEHEERDER,)),
    ("Herinneringsweken", "voorzieningen:herinneringsschema", (Rol.BEHEERDER,)),
    (
        "Sociale kaart",
        "voorzieningen:kaart",
        (
            Rol.KCC, Rol.CONSULENT, Rol.CONTRACTBEHEERDER, Rol.ADMINISTRATIE, Rol.BEHEERDER, Rol.TEAMLEAD,
            Rol.PROCESCOORDINATOR,
        ),
    ),
    ("Verleende hulp die niemand geeft", "voorzieningen:leveringen", (Rol.ADMINISTRATIE, Rol.TEAMLEAD)),
    ("Dossiers overdragen", "wijkteams:overdragen", (Rol.TEAMLEAD, Rol.PROCESCOORDINATOR)),
    ("Zaken vernietigen", "toegang:vernietigingen", (Rol.ADMINISTRATIE, Rol.TEAMLEAD)),
)  # fmt: skip
IN_MENU = 6  # in the menu above the page; the others stand on Mijn werk

MAG_ZOEKEN = (Rol.KCC, Rol.ADMINISTRATIE, Rol.CONSULENT, Rol.TEAMLEAD, Rol.PROCESCOORDINATOR)


def menu(rechten: Rechten) -> list[tuple[str, str]]:
    """All that these roles can go to, in order: (name, address)."""
    return list(_menu(rechten.rollen, rechten.alles, get_urlconf(), get_script_prefix()))


@cache
def _menu(
    gehouden: frozenset[str], alles: bool, urlconf: str | None, voorvoegsel: str
) -> tuple[tuple[str, str], ...]:
    rechten = Rechten(rollen=gehouden, alles=alles)
    punten = [(naam, adres_van(adres)) for naam, adres, rollen in MENU if rechten.heeft_rol(*rollen)]
    return tuple((naam, url) for naam, url in punten if url)  # no address: no such room here


def omgeving(request) -> dict:
    """Context of every staff page; it asks nothing: the rights came with the user."""
    lezer = getattr(request, "lezer", None)
    context = {"gemeente": settings.GEMEENTE, "demo": getattr(settings, "DEMO", False), "lezer": lezer}
    context["tafelstand"] = is_aan(request)
    if lezer is None:
        return context
    if context["tafelstand"]:  # no menu, no search: nothing on the way to other people
        return context | {"sessie_eindigt_na": settings.SESSION_COOKIE_AGE}
    punten = menu(lezer.rechten)[:IN_MENU]
    context["hoofdmenu"] = [Menupunt(naam, url, actief=request.path == url) for naam, url in punten]
    if lezer.rechten.heeft_rol(*MAG_ZOEKEN):
        context["zoek_url"] = adres_van("toegang:zoeken")
    context["sessie_eindigt_na"] = settings.SESSION_COOKIE_AGE
    return context
