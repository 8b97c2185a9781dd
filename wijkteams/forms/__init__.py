"""The shape of what is typed in this room; no rule and no write."""

from django import forms
from django.utils import timezone

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.models import Leefgebied
from wijkteams.models import Trede, TredeSoort, Vertelwijze, ZrmDomein, ZrmScore
from wijkteams.regels import ANDERE_WET, MAATWERK, VAN_EEN_HELPER

# The order of a conversation, not of the law
GESPREKSORDE = (
    Leefgebied.HUISHOUDEN, Leefgebied.DAGELIJKS, Leefgebied.GEZONDHEID, Leefgebied.MENTAAL, Leefgebied.VERVOER,
    Leefgebied.WONEN, Leefgebied.DAGINVULLING, Leefgebied.SOCIAAL, Leefgebied.MANTELZORG, Leefgebied.OPVOEDEN,
    Leefgebied.WERK, Leefgebied.GELD, Leefgebied.VEILIGHEID,
)  # fmt: skip

IN_HET_GESPREK = Vertelwijze.GESPREK.label  # what an empty choice means
ANDERS_VERTELD = [(w.value, w.label) for w in Vertelwijze if w != Vertelwijze.GESPREK]
NIET_AAN_TAFEL = (
    Leefgebied.VEILIGHEID,
)  # what is said about safety stands on no screen at which others look


class OverdragenFormulier(Formulier):
    """To whom, and why."""

    naar = v.KeuzeVeld(label="Aan wie draagt u over?", vraag="Kies aan wie u overdraagt", widget=forms.Select)
    reden = v.TekstVeld(
        label="Waarom?", max_length=200, vraag="Schrijf kort waarom u overdraagt",
        help_text="Bijvoorbeeld: lang ziek. Schrijf niets over inwoners",
    )  # fmt: skip

    def __init__(self, *args, mensen=(), **kwargs):
        super().__init__(*args, **kwargs)
        namen = [(str(mens.pk), mens.naam) for mens in mensen]
        self.fields["naar"].choices = [("", "Kies een collega"), *namen]

    def naam_van(self, pk: int | None) -> str:
        """The colleague as the list names him."""
        return dict(self.fields["naar"].choices).get(str(pk), "")


class MomentFormulier(Formulier):
    """A day and a time, as one moment in Amsterdam."""

    datum = v.DatumVeld(label="Datum")
    tijd = v.TijdVeld(label="Tijd")

    def moment(self):
        """The aware moment that was filled in."""
        dag, tijd = self.cleaned_data["datum"], self.cleaned_data["tijd"]
        return timezone.make_aware(timezone.datetime.combine(dag, tijd))


class HuisbezoekFormulier(MomentFormulier):
    duur_minuten = v.GetalVeld(label="Hoeveel minuten?", minstens=15, hoogstens=480)
    plaats = v.TekstVeld(label="Waar, als het niet thuis is?", required=False)


class HuisbezoekVerzettenFormulier(MomentFormulier):
    reden = v.TekstVeld(label="Waarom verzet u het?", vraag="Schrijf waarom u het huisbezoek verzet")


class HuisbezoekGemistFormulier(Formulier):
    reden = v.TekstVeld(
        label="Waarom ging het niet door?", vraag="Schrijf waarom het huisbezoek niet doorging"
    )


class HuisbezoekAfrondenFormulier(Formulier):
    aanwezigen = v.TekstVeld(label="Wie waren erbij?", vraag="Schrijf op wie erbij waren")
    identiteit_gezien = v.KeuzeVeld(
        label="Welk bewijs van identiteit hebt u gezien?",
        vraag="Kies welk bewijs van identiteit u hebt gezien",
        choices=[
            ("paspoort", "Paspoort"), ("identiteitskaart", "Identiteitskaart"), ("rijbewijs", "Rijbewijs"),
            ("verblijfsdocument", "Verblijfsdocument"), ("niet gezien", "Niet gezien"),
        ],
    )  # fmt: skip


class GesprekFormulier(Formulier):
    """The whole talk: three questions per area of life, and what closes it."""

    VRAGEN = (
        ("wat_lukt", "Wat lukt zelf?", "b"),
        ("wat_lukt_niet", "Wat lukt niet meer?", "a"),
        ("wie_helpt", "Wie helpt nu?", "c"),
    )
    AAN_TAFEL = {  # the inwoner reads along
        "wat_lukt": "Wat lukt u zelf?",
        "wat_lukt_niet": "Wat lukt u niet meer?",
        "wie_helpt": "Wie helpt u nu?",
        "behoeften": "Wat is voor u belangrijk?",
        "mantelzorger_behoeften": "Wat heeft uw mantelzorger nodig?",
        "bijdrage_verteld": "Verteld wat u zelf betaalt (punt g)",
    }
    behoeften = v.LangeTekstVeld(
        label="Wat is voor de inwoner belangrijk?",
        required=False,
        help_text="Punt a: behoeften, kenmerken, voorkeuren",
    )
    mantelzorger_behoeften = v.LangeTekstVeld(
        label="Wat heeft de mantelzorger nodig?", required=False,
        help_text="Punt d. Is er geen mantelzorger? Schrijf dat op",
    )  # fmt: skip
    bijdrage_verteld = v.VinkVeld(label="Verteld wat de inwoner zelf betaalt (punt g)")
    bijdrage_verteld_op = v.DatumVeld(label="Wanneer?", required=False, help_text="Leeg is: vandaag")
    bijdrage_hoe = v.KeuzeVeld(
        label="Hoe?", choices=ANDERS_VERTELD, required=False, widget=forms.Select, leeg=IN_HET_GESPREK
    )
    pgb_verteld = v.VinkVeld(label="Uitgelegd wat een persoonsgebonden budget is")
    pgb_verteld_op = v.DatumVeld(label="Wanneer?", required=False, help_text="Leeg is: vandaag")
    pgb_hoe = v.KeuzeVeld(
        label="Hoe?", choices=ANDERS_VERTELD, required=False, widget=forms.Select, leeg=IN_HET_GESPREK
    )
    werknotitie = v.LangeTekstVeld(
        label="Werknotitie", required=False, help_text="Alleen voor de regisseur. Staat niet in het verslag"
    )

    def __init__(self, *args, met_werknotitie=False, aan_tafel=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.gebieden = [g for g in GESPREKSORDE if not (aan_tafel and g in NIET_AAN_TAFEL)]
        for gebied in self.gebieden:
            for veld, label, letter in self.VRAGEN:
                zin = self.AAN_TAFEL[veld] if aan_tafel else label
                nieuw = v.LangeTekstVeld(label=zin, required=False, rows=3, help_text=f"Punt {letter}")
                self.fields[f"{gebied}_{veld}"] = nieuw
        for naam in self.AAN_TAFEL.keys() & self.fields if aan_tafel else ():
            self.fields[naam].label = self.AAN_TAFEL[naam]
        if not met_werknotitie:
            del self.fields["werknotitie"]
        for naam, veld in self.fields.items():
            self._zinnen(naam, veld)
            veld.zonder_bijschrift = True  # nothing has to be filled in: said once, above the form

    def delen(self) -> dict[str, dict[str, str]]:
        """The answers per area of life, as the use-case takes them."""
        return {
            str(gebied): {veld: self.cleaned_data[f"{gebied}_{veld}"] for veld, _, _ in self.VRAGEN}
            for gebied in self.gebieden
        }

    def blokken(self, open_gebieden):
        """Per area of life its fields, and whether it stands open."""
        for gebied in self.gebieden:
            velden = [self[f"{gebied}_{veld}"] for veld, _, _ in self.VRAGEN]
            gevuld = any(veld.value() for veld in velden)
            yield {
                "naam": gebied.label, "anker": str(gebied), "velden": velden, "gevuld": gevuld,
                "open": gevuld or gebied in open_gebieden or any(veld.errors for veld in velden),
            }  # fmt: skip


class ZrmFormulier(Formulier):
    """Per domain: is it looked at and why, the level, a note."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for domein in ZrmDomein:
            n = domein.value
            self.fields[f"reden_{n}"] = v.TekstVeld(label="Waarom kijkt u hiernaar?", required=False)
            self.fields[f"niveau_{n}"] = v.KeuzeVeld(
                label="Hoe gaat dit nu?", choices=self._niveaus(), required=False
            )
            self.fields[f"toelichting_{n}"] = v.LangeTekstVeld(label="Toelichting", required=False, rows=2)
        for naam, veld in self.fields.items():
            self._zinnen(naam, veld)
            veld.zonder_bijschrift = True  # said once, above the form

    @staticmethod
    def _niveaus():
        cijfers = [(str(n.value), f"{n.value} {n.label}") for n in ZrmScore.Niveau if n]
        return [*cijfers, ("0", "Niet besproken")]

    def clean(self):
        data = super().clean()
        for domein in ZrmDomein:
            n = domein.value
            if (data.get(f"niveau_{n}") or data.get(f"toelichting_{n}")) and not data.get(f"reden_{n}"):
                self.add_error(f"reden_{n}", f"Schrijf waarom u kijkt naar {domein.label.lower()}")
        return data

    def scores(self) -> dict[int, dict]:
        """Only the domains with a reason."""
        data = self.cleaned_data
        return {
            d.value: {
                "reden": data[f"reden_{d.value}"], "niveau": int(data[f"niveau_{d.value}"] or 0),
                "toelichting": data[f"toelichting_{d.value}"],
            }
            for d in ZrmDomein
            if data.get(f"reden_{d.value}")
        }  # fmt: skip

    def rijen(self, vorige):
        """A row a domain: its fields, whether it is filled, and the previous score."""
        for domein in ZrmDomein:
            n = domein.value
            velden = [self[f"reden_{n}"], self[f"niveau_{n}"], self[f"toelichting_{n}"]]
            gevuld = bool(velden[0].value())
            yield {
                "nummer": n, "naam": domein.label, "velden": velden, "vorige": vorige.get(n), "gevuld": gevuld,
                "open": gevuld or any(veld.errors for veld in velden),
            }  # fmt: skip


class HulpvraagFormulier(Formulier):
    leefgebied = v.KeuzeVeld(
        label="Waar gaat het over?",
        choices=Leefgebied.choices,
        widget=forms.Select,
        vraag="Kies waar het over gaat",
    )
    omschrijving = v.TekstVeld(
        label="De hulpvraag in een zin", max_length=300, vraag="Schrijf de hulpvraag op"
    )
    gewenst_resultaat = v.TekstVeld(label="Wat moet er bereikt zijn?", max_length=300, required=False)


class TredeFormulier(Formulier):
    """One rung. The two texts stand beside each other; the note only for who may see L3."""

    onderzocht = v.KeuzeVeld(
        label="Onderzocht?", choices=Trede.Onderzocht.choices, vraag="Kies of u deze trede hebt onderzocht"
    )
    nvt_omdat = v.TekstVeld(label="Niet van toepassing, omdat", required=False, max_length=300)
    wat_is_er = v.LangeTekstVeld(label="Wat is er?", required=False, rows=3)
    helper_akkoord = v.VinkVeld(label="De helper heeft zelf ja gezegd")
    helper_naam = v.TekstVeld(
        label="Wie zei ja?", required=False, max_length=100, help_text="Bijvoorbeeld: dochter Marieke"
    )
    helper_akkoord_op = v.DatumVeld(
        label="Wanneer zei de helper ja?", required=False, help_text="Leeg is: vandaag"
    )
    grondslag = v.TekstVeld(
        label="Welke wet, welk artikel?",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld Wlz artikel 3.2.1",
    )
    lost_op = v.KeuzeVeld(
        label="Lost dit het op?", choices=Trede.LostOp.choices, vraag="Kies of dit het oplost"
    )
    wat_blijft_over = v.LangeTekstVeld(
        label="Wat blijft over?", required=False, rows=2, help_text="Alleen bij Deels"
    )
    bewijs = v.TekstVeld(label="Waaruit blijkt dat?", required=False, max_length=300)
    brieftekst = v.LangeTekstVeld(
        label="Reden in de brief", required=False, rows=4,
        help_text="Schrijf in de u-vorm. Noem anderen alleen als het nodig is",
    )  # fmt: skip
    notitie = v.LangeTekstVeld(
        label="Notitie voor ons",
        required=False,
        rows=4,
        help_text="Alleen voor de regisseur. Gaat nooit de deur uit",
    )

    def __init__(self, *args, trede: int, met_notitie=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.trede = TredeSoort(trede)
        weg = [] if trede in VAN_EEN_HELPER else ["helper_akkoord", "helper_naam", "helper_akkoord_op"]
        weg += [] if trede == ANDERE_WET else ["grondslag"]
        weg += [] if met_notitie else ["notitie"]
        weg += ["nvt_omdat"] if trede == MAATWERK else []
        for naam in weg:
            del self.fields[naam]
        for naam in (
            "helper_naam",
            "helper_akkoord_op",
            "nvt_omdat",
            "wat_is_er",
            "wat_blijft_over",
            "grondslag",
        ):
            if naam in self.fields:
                self.fields[naam].zonder_bijschrift = True  # whether it must, depends on the answers
        if trede == MAATWERK:
            self.fields["onderzocht"].choices = [("ja", "Ja, maatwerk is nodig")]
            self.fields["wat_is_er"].label = "Welke hulp is nodig?"
