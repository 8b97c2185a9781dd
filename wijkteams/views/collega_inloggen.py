"""How a colleague gets in: a link for a password, and the second step anew."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from toegang import eenmalig
from toegang.schermen import scherm
from toegang.verouderd import versie_uit
from wijkteams.collegaregels import check_niet_eigen
from wijkteams.forms.collega import PER_E_MAIL, LinkFormulier
from wijkteams.inloglink import UREN, kan_per_e_mail
from wijkteams.usecases.inloglink_maken import inloglink_maken
from wijkteams.usecases.tweede_stap_wissen import tweede_stap_wissen
from wijkteams.views.collega_wijzigen import WEIGERINGEN, blad, dienst_van, opnieuw
from wijkteams.views.collegas import BEHEER, GETOOND

UITLEG_LINK = (
    f"Met de link kiest de collega zelf een wachtwoord. De link werkt één keer, {UREN} uur lang. Een link van eerder"
    " werkt dan niet meer. Kijk of u echt met deze collega te maken hebt."
)
UITLEG_STAP = (
    "Doe dit als de telefoon met de app weg is, en ook de herstelcodes. Het wachtwoord, de app en de"
    " herstelcodes werken dan niet meer, en de collega wordt overal uitgelogd. Met een nieuwe link begint de"
    " collega opnieuw. Zie of hoor eerst zelf dat het deze collega is."
)


@scherm("inloglink", **BEHEER)
def link(request, pk):
    """The first password, or a forgotten one."""
    tekst = {"titel": "Link om in te loggen", "knoptekst": "Link maken", "uitleg": UITLEG_LINK}
    return _geven(request, pk, inloglink_maken, **tekst)


@scherm("tweede_stap", **BEHEER)
def tweede_stap(request, pk):
    """A lost telephone."""
    tekst = {
        "titel": "Tweede stap wissen",
        "knoptekst": "Tweede stap wissen en link maken",
        "uitleg": UITLEG_STAP,
    }
    return _geven(request, pk, tweede_stap_wissen, **tekst)


def _geven(request, pk, doen, **tekst):
    dienst = dienst_van(pk)
    check_niet_eigen(request.lezer, dienst.medewerker_id)
    mens = dienst.medewerker
    formulier = LinkFormulier(
        request.POST if request.method == "POST" else None, adres=mens.email if kan_per_e_mail(mens) else ""
    )
    if formulier.is_valid():
        per_e_mail = formulier.cleaned_data["hoe"] == PER_E_MAIL
        try:
            doen(
                dienstverband_id=pk, per_e_mail=per_e_mail, reden=formulier.cleaned_data["reden"], door=request.lezer,
                nu=timezone.now(), versie=versie_uit(request),
            )  # fmt: skip
        except WEIGERINGEN as fout:
            return opnieuw(request, dienst, formulier, fout, **tekst)
        if per_e_mail:
            messages.success(request, f"De link gaat zo per e-mail naar {mens.email}.")
        else:
            eenmalig.klaarzetten(request, GETOOND, pk, "link")
            messages.success(request, "De link is gemaakt. U ziet hem één keer, hieronder.")
        return redirect("wijkteams:collega", pk)
    return blad(request, dienst, formulier, **tekst)
