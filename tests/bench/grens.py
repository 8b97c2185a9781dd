"""The limits: what Django, PostgreSQL and WeasyPrint cost by themselves, measured beside the real thing.

- `/lijst/<n>/`: one query for the same number of zaken (25) with dossier, inwoner, regisseur and team
  (joined, through the list index), put in a table of the same six columns by a cached template. No middleware,
  session, rights or log.
- `/rij/<pk>/`: one inwoner by its primary key, ten of its fields in a cached template.
- `/wie_keek/`: no limit, but the work beside one: who saw a zaak, under the same conditions.
- `kaal_pdf`: WeasyPrint on the same HTML with the same style sheet, fonts and PDF/A variant; nothing before or after.
"""

from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.test import override_settings
from django.test.client import ClientHandler
from django.urls import get_resolver, path

from toegang.models import Inwoner, Zaak
from toegang.wie_keek import wie_keek as lezen

RIJ = """<!doctype html><html lang="nl"><title>{{ i.geslachtsnaam }}</title>
<h1>{{ i.voorletters }} {{ i.geslachtsnaam }}</h1>
<dl><dt>Geboren</dt><dd>{{ i.geboren }}</dd><dt>Straat</dt><dd>{{ i.straat }} {{ i.huisnummer }}</dd>
<dt>Postcode</dt><dd>{{ i.postcode }} {{ i.woonplaats }}</dd><dt>Telefoon</dt><dd>{{ i.telefoon }}</dd>
<dt>Voornamen</dt><dd>{{ i.voornamen }}</dd></dl></html>"""
LIJST = """<!doctype html><html lang="nl"><title>Dossiers</title><table>
<tr><th>Naam<th>Termijn<th>Waarover<th>Bij wie<th>Sinds<th>Status</tr>{% for z in zaken %}
<tr><th><a href="/zaak/{{ z.pk }}/">{{ z.dossier.inwoner.voorletters }} {{ z.dossier.inwoner.geslachtsnaam }}</a></th>
<td>{{ z.eerstvolgende_op|date:"j F Y" }}</td><td>{{ z.onderwerp }} ({{ z.wet }})</td>
<td>{{ z.regisseur.last_name }}, {{ z.wijkteam.naam }}</td><td>{{ z.gemeld_op|date:"j b Y" }}</td>
<td>{{ z.status }}</td></tr>
{% endfor %}</table></html>"""
REGELS = """<!doctype html><html lang="nl"><title>Wie keek</title><ul>{% for r in regels %}
<li>{{ r.om|date:"H.i" }}: {{ r.zin }} {{ r.mislukt }}</li>{% endfor %}</ul></html>"""

_templates: dict = {}


def _tekenen(naam: str, bron: str, context: dict) -> HttpResponse:
    template = _templates.get(naam) or _templates.setdefault(naam, engines["django"].from_string(bron))
    return HttpResponse(template.render(context))


def lijst(request, n):
    """The first `n` rows, one query."""
    rijen = Zaak.objects.open().filter(regisseur__isnull=False).met_lijstgegevens()[:n]
    return _tekenen("lijst", LIJST, {"zaken": rijen})


def rij(request, pk):
    """One row by its primary key."""
    return _tekenen("rij", RIJ, {"i": Inwoner.objects.get(pk=pk)})


wie_keek_van: dict = {}  # "zaak" and "lezer", as the page has them when it comes to the log


def wie_keek(request):
    """Who saw this zaak, without the frame of a page: the log's own part of the work, from question to HTML."""
    regels, _ = lezen(**wie_keek_van)
    return _tekenen("wie_keek", REGELS, {"regels": regels})


urlpatterns = [path("lijst/<int:n>/", lijst), path("rij/<uuid:pk>/", rij), path("wie_keek/", wie_keek)]


class Kaal(ClientHandler):
    """The test client's handler on these two addresses, without any middleware."""

    def __init__(self):
        super().__init__(enforce_csrf_checks=False)
        with override_settings(MIDDLEWARE=[]):
            self.load_middleware()

    def resolve_request(self, request):
        gevonden = get_resolver(__name__).resolve(request.path_info)
        request.resolver_match = gevonden
        return gevonden


def kaal_pdf(html: str) -> bytes:
    """The renderer alone, on what the letter's own path hands to it."""
    from weasyprint import HTML

    from toegang.pdf import _gereedschap

    stijl, letters, ophaler = _gereedschap()
    document = HTML(string=html, url_fetcher=ophaler).render(
        font_config=letters, stylesheets=[stijl], pdf_variant="pdf/a-2a"
    )
    return document.write_pdf(pdf_variant="pdf/a-2a", pdf_identifier=True)


def kale_vraag(sql: str, params) -> list:
    """One statement on the open connection, all rows fetched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
