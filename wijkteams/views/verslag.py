"""The verslag: composed, edited, sent, signed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import opmaak
from toegang.formulier import fouten_overnemen
from toegang.models import Brief
from toegang.models import Verouderd as VerouderdeRij
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.verouderd import versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.verslag import OndertekendFormulier, VerslagFormulier, VersturenFormulier
from wijkteams.gespreksloop import gespreksloop
from wijkteams.leesbaarheid import leesmaat
from wijkteams.models import Verslag
from wijkteams.onderzoekvraag import onderzoek_van
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.regels import ontbreekt_in_onderzoek
from wijkteams.statussen import VerslagStatus
from wijkteams.usecases.trede_vastleggen import geldig_zonder_onderzoek
from wijkteams.usecases.verslag_aanpassen import verslag_aanpassen
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_ondertekend import verslag_ondertekend
from wijkteams.usecases.verslag_versturen import BRIEFSOORT, verslag_versturen
from wijkteams.verslagtekst import delen_van
from wijkteams.views.verouderde_tekst import KIES, gekozen_gegevens, verouderd_van

EERST_GESPREK = "Leg eerst het gesprek vast. Daarna maakt u het verslag."


@scherm("verslag", laag=Laag.INHOUD)
def verslag(request, pk):
    """One page for the whole life of the verslag; what can be done follows from its state."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    onderzoek = onderzoek_van(zaak)
    versies = list(Verslag.objects.filter(onderzoek=onderzoek).order_by("-nummer")) if onderzoek else []
    blad = Verslagblad(request, zaak, onderzoek, versies)
    if request.method == "POST" and (antwoord := blad.uitvoeren()):
        return antwoord
    return TemplateResponse(
        request, "wijkteams/verslag.html", {**zaakcontext(request, zaak), **blad.context()}
    )


class Verslagblad:
    """The forms of the page and the one act that was posted."""

    def __init__(self, request, zaak, onderzoek, versies):
        self.request, self.zaak, self.onderzoek, self.versies = request, zaak, onderzoek, versies
        self.verslag = verslag = versies[0] if versies else None
        self.act = request.POST.get("formuliernaam", "")
        self.extra = {}
        self.vandaag = timezone.localdate()
        self.huidig = {f"deel_{n}": tekst for n, (_, tekst) in enumerate(verslag.delen)} if verslag else {}
        gegevens, self.open_velden = gekozen_gegevens(request.POST, self.huidig)
        self.aanpassen = VerslagFormulier(
            gegevens if self.act == "aanpassen" else None, delen=verslag.delen if verslag else []
        )
        post = request.POST
        self.versturen = VersturenFormulier(
            post if self.act == "versturen" else None, initial={"verzenddatum": self.vandaag}
        )
        self.versturen.fields["verzenddatum"].niet_voor = self.vandaag
        gepost = self.act == "ondertekend"
        self.ondertekend = OndertekendFormulier(post if gepost else None, request.FILES if gepost else None)

    def uitvoeren(self):
        """One use-case and the redirect; None when the page must be shown again."""
        acts = {
            "maken": (None, self._maken), "samenstellen": (None, self._samenstellen),
            "aanpassen": (self.aanpassen, self._aanpassen), "versturen": (self.versturen, self._versturen),
            "ondertekend": (self.ondertekend, self._ondertekend),
        }  # fmt: skip
        formulier, doen = acts.get(self.act, (None, None))
        if doen is None or (formulier is not None and not formulier.is_valid()):
            return None
        try:
            zin = doen()
        except ValidationError as fout:
            if formulier is None:
                self.extra["extra_fouten"] = [("", zin) for zin in fout.messages]
            else:
                fouten_overnemen(formulier, fout)
            return None
        except (OngeldigeOvergang, KeuzeNodig) as fout:
            self.extra.setdefault("extra_fouten", []).append(("verouderd-kop", str(fout)))
            return None
        except VerouderdeRij as fout:
            self.verslag = fout.huidig
            nu = {f"deel_{n}": tekst for n, (_, tekst) in enumerate(fout.huidig.delen)}
            self.extra["verouderd"] = verouderd_van(self.aanpassen, nu, fout.huidig.history)
            return None
        messages.success(self.request, zin)
        return redirect("wijkteams:verslag", self.zaak.pk)

    def _maken(self) -> str:
        verslag_maken(zaak_id=self.zaak.pk, door=self.request.lezer, vandaag=self.vandaag)
        return "Verslag gemaakt uit het gesprek en de afweging. Lees het na en verstuur het dan."

    def _samenstellen(self) -> str:
        verslag_aanpassen(
            verslag_id=self._pk(), door=self.request.lezer, delen=delen_van(self.onderzoek),
            versie=versie_uit(self.request),
        )  # fmt: skip
        return "Verslag opnieuw samengesteld uit het gesprek en de afweging."

    def _aanpassen(self) -> str:
        if self.open_velden:
            self.extra["verouderd"] = verouderd_van(self.aanpassen, self.huidig, self.verslag.history)
            raise KeuzeNodig(KIES)
        verslag_aanpassen(
            verslag_id=self._pk(), door=self.request.lezer, delen=self.aanpassen.delen(),
            versie=versie_uit(self.request),
        )  # fmt: skip
        return "Verslag bewaard. Het is nog niet verstuurd."

    def _versturen(self) -> str:
        brief = verslag_versturen(
            verslag_id=self._pk(),
            door=self.request.lezer,
            vandaag=self.vandaag,
            **self.versturen.cleaned_data,
        )
        dag = opmaak.datum_lang(brief.verzenddatum)
        return f"Verslag klaar om te versturen. De administratie doet het op {dag} op de post."

    def _ondertekend(self) -> str:
        data = self.ondertekend.cleaned_data
        verslag_ondertekend(
            verslag_id=self._pk(), door=self.request.lezer, vandaag=self.vandaag, nu=timezone.now(), **data
        )
        return zin_na_ondertekening(data)

    def _pk(self):
        if self.verslag is None:
            raise ValidationError("Er is nog geen verslag. Ververs de pagina.")
        return self.verslag.pk

    def context(self) -> dict:
        o, v = self.onderzoek, self.verslag
        concept = v is not None and v.status == VerslagStatus.CONCEPT
        ontbreekt = ontbreekt_in_onderzoek(o) if o else [EERST_GESPREK]
        brief = None
        if v is not None and not concept:
            brief = (
                Brief.objects.filter(soort=BRIEFSOORT, bron_id=v.pk, zaak=self.zaak)
                .order_by("gevraagd_om")
                .first()
            )
        return self.extra | {
            "titel": "Verslag", "verslag": v, "onderzoek": o, "brief": brief, "concept": concept,
            "loop": gespreksloop(self.zaak, o, "verslag") if o else None, "ontbreekt": ontbreekt,
            "versies": self.versies, "leesmaat": leesmaat(tekst for _, tekst in v.delen) if v else None,
            "waarschuwing": bool(concept and ontbreekt) and geldig_zonder_onderzoek(self.zaak, self.vandaag),
            "weigering": waarom_niet_bewerken(self.zaak), "eerst_gesprek": "" if o else EERST_GESPREK,
            "aanpassen": self.aanpassen, "versturen": self.versturen, "ondertekend": self.ondertekend,
            "formulieren": [self.aanpassen, self.versturen, self.ondertekend],
            "wacht_op_handtekening": v is not None and v.status == VerslagStatus.VERSTUURD,
        }  # fmt: skip


def zin_na_ondertekening(data: dict) -> str:
    """What happened and what comes next."""
    if data.get("als_aanvraag"):
        return "Verslag ondertekend terug. Het telt als aanvraag: de termijn voor het besluit loopt."
    return "Verslag ondertekend terug. Er is geen aanvraag gedaan."


class KeuzeNodig(Exception):
    """Both texts were shown and none was chosen."""
