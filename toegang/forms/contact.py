"""The forms of the first contact."""

import hashlib

from django import forms
from django.forms.utils import ErrorDict

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.hulpwensen import ANDER_ADRES, DELEN, NIETS_STUREN, POST_E_MAIL, POST_PAPIER, POST_VIA
from toegang.models import Bereik, ContactSoort, Inwoner, Kanaal, Richting
from toegang.zoeken import VOORVOEGSELS, Treffer

NIEUW, KOPPELEN, ANONIEM = "nieuw", "koppelen", "anoniem"


# Needed after some choices only: "(niet verplicht)" would mislead.
SOMS_NODIG = {
    "namens_naam", "nieuw_geslachtsnaam", "telefoon", "e_mail", "namens_onbekend", "slechthorend", "grote_letters",
    "post_via",
}  # fmt: skip
GEEN_ANTWOORD = "geen"  # an anonymous neighbour, a mere report
ONBEKENDE_BELLER = "Wil geen naam geven"
VEILIG = "let op: veilig contact"


POSTWENSEN = [
    (POST_PAPIER, "Per post, op papier"),
    (POST_E_MAIL, "Per e-mail"),
    (POST_VIA, "Via een vertegenwoordiger"),
]
VEILIGE_POST = [
    (NIETS_STUREN, "Nee, niets sturen zonder overleg"),
    (ANDER_ADRES, "Alleen naar een ander adres"),
]


def treffer_keuze(treffer: Treffer) -> tuple[str, str]:
    """One person found, as a choice: enough to recognise, and a mark when contact must be safe."""
    delen = [treffer.naam, treffer.geboortejaar, treffer.straat, VEILIG if treffer.veilig else ""]
    return str(treffer.pk), ", ".join(deel for deel in delen if deel)


class Zoekvelden(Formulier):
    """Two characteristics find a person; a part that is left empty fits everybody."""

    zoek_naam = v.TekstVeld(label="Naam", required=False, smal="tg-smal")
    zoek_geboren = v.OnvolledigeDatumVeld(
        label="Geboortedatum", required=False, help_text="Bijvoorbeeld 23-9-1948, september 1948 of 1948"
    )
    zoek_postcode = v.PostcodeVeld(label="Postcode", required=False)
    zoek_huisnummer = v.GetalVeld(label="Huisnummer", required=False, minstens=1, hoogstens=99_999)
    zoek_telefoon = v.TelefoonVeld(label="Telefoonnummer van de inwoner", required=False)
    zoek_bsn = v.BsnVeld(label="BSN", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for naam, veld in self.fields.items():
            veld.zonder_bijschrift = naam.startswith("zoek_") or naam in SOMS_NODIG

    def vraag(self) -> dict:
        """What to look for, for `inwoners_zoeken`; empty when a field is wrong."""
        if any(naam.startswith("zoek_") for naam in self.errors):
            return {}
        c = self.cleaned_data
        gevraagd = {
            "naam": c.get("zoek_naam", ""), "geboren": c.get("zoek_geboren", ""), "bsn": c.get("zoek_bsn", ""),
            "postcode": c.get("zoek_postcode", ""), "huisnummer": c.get("zoek_huisnummer"),
            "telefoon": c.get("zoek_telefoon", ""),
        }  # fmt: skip
        genoeg = gevraagd["naam"] or gevraagd["geboren"] or gevraagd["bsn"] or gevraagd["telefoon"]
        return gevraagd if genoeg or (gevraagd["postcode"] and gevraagd["huisnummer"]) else {}

    def vingerafdruk(self) -> str:
        """Says for which search the hits on the page were."""
        return hashlib.sha256(repr(sorted(self.vraag().items())).encode()).hexdigest()[:16]

    def omschrijving(self) -> str:
        """'Janssen, 3-4-1948', as it was typed; never the BSN."""
        namen = ("zoek_naam", "zoek_geboren", "zoek_postcode", "zoek_huisnummer", "zoek_telefoon")
        return ", ".join(str(self[n].value()).strip() for n in namen if self[n].value())

    def alleen_zoeken(self, zoekvelden: "Zoekvelden") -> None:
        """The button Zoeken: nothing else is checked yet, and nothing that was typed is lost."""
        self.cleaned_data = {}
        self._errors = ErrorDict(renderer=self.renderer)
        for veld, fouten in zoekvelden.errors.items():
            self._errors[veld] = fouten


class NieuweInwonerVelden(Zoekvelden):
    """Beside the search: a person who is not known yet; what was searched for is not typed again."""

    nieuw_geslachtsnaam = v.TekstVeld(label="Achternaam", required=False)
    nieuw_voorvoegsel = v.TekstVeld(
        label="Voorvoegsel", required=False, max_length=20, smal="tg-kort", help_text="Bijvoorbeeld van der"
    )
    nieuw_voornamen = v.TekstVeld(label="Voornamen of voorletters", required=False)
    nieuw_geslacht = v.KeuzeVeld(
        label="Hoe spreken wij de inwoner aan?",
        required=False,
        choices=[("V", "Mevrouw"), ("M", "Meneer"), ("O", "Weet ik niet")],
    )
    nieuw_straat = v.TekstVeld(label="Straat", required=False, max_length=100)
    nieuw_woonplaats = v.TekstVeld(label="Woonplaats", required=False, max_length=80)

    def naam_overnemen(self) -> None:
        """What was searched for is not typed again: the last words of the name are the name of a new person."""
        *voor, laatste = self.data.get("zoek_naam", "").split() or [""]
        if not laatste or self.data.get("nieuw_geslachtsnaam"):
            return
        voorvoegsel = [w for w in voor if w.lower() in VOORVOEGSELS]
        self.data = self.data.copy()
        self.data["nieuw_geslachtsnaam"] = laatste[:1].upper() + laatste[1:]
        self.data["nieuw_voorvoegsel"] = " ".join(voorvoegsel).lower()
        self.data["nieuw_voornamen"] = " ".join(w for w in voor if w not in voorvoegsel)

    def nieuwe_inwoner(self) -> dict:
        """Fields of a new person: what was searched for is not asked again."""
        c = self.cleaned_data
        voornamen = c["nieuw_voornamen"]
        letters = "." in voornamen or len(voornamen) == 1
        return {
            "geslachtsnaam": c["nieuw_geslachtsnaam"], "voorvoegsel": c["nieuw_voorvoegsel"],
            "voornamen": "" if letters else voornamen, "voorletters": voornamen.upper()[:40] if letters else "",
            "geslacht": c["nieuw_geslacht"] or Inwoner.Geslacht.ONBEKEND, "geboren": c["zoek_geboren"] or "00000000",
            "straat": c["nieuw_straat"], "huisnummer": c["zoek_huisnummer"], "postcode": c["zoek_postcode"],
            "woonplaats": c["nieuw_woonplaats"], "bsn": c["zoek_bsn"],
        }  # fmt: skip


class ContactFormulier(NieuweInwonerVelden):
    """The question first; searching never clears it. Six fields must be filled."""

    kanaal = v.KeuzeVeld(label="Hoe komt de vraag binnen?", choices=Kanaal.choices)
    vraag_tekst = v.LangeTekstVeld(
        label="De vraag, in de woorden van de beller", vraag="Schrijf op wat de beller vraagt", rows=5
    )
    namens = v.JaNeeVeld(label="Belt iemand voor een ander?", vraag="Kies of iemand voor een ander belt")
    namens_naam = v.TekstVeld(label="Wie belt er?", required=False)
    namens_onbekend = v.VinkVeld(label="De beller wil zelf geen naam geven")
    namens_relatie = v.TekstVeld(
        label="Wat is de beller van de inwoner?", required=False, max_length=100,
        help_text="Bijvoorbeeld dochter, buurman of huisarts",
    )  # fmt: skip
    inwoner_weet_ervan = v.JaNeeVeld(label="Weet de inwoner van dit gesprek?", required=False, weet_niet=True)
    gevaar = v.JaNeeVeld(
        label="Is er gevaar, of kan het niet wachten?",
        vraag="Kies of er gevaar is, of dat het niet kan wachten",
    )
    soort = v.KeuzeVeld(
        label="Wat voor contact is het?", required=False, choices=ContactSoort.choices, widget=forms.Select,
        leeg="Een vraag of nog niet duidelijk",
    )  # fmt: skip
    ontvangen_op = v.DatumVeld(
        label="Ontvangen op", required=False,
        help_text="Alleen als de vraag op een eerdere dag binnenkwam. Bijvoorbeeld 23-9-2026",
    )  # fmt: skip
    richting = v.KeuzeVeld(
        label="Wie nam contact op?", required=False, choices=[(Richting.UITGAAND, Richting.UITGAAND.label)],
        widget=forms.Select, leeg=Richting.INKOMEND.label,
    )  # fmt: skip

    wie = v.KeuzeVeld(
        label="Wie is de inwoner?", vraag="Zoek de inwoner, of kies een van de andere mogelijkheden"
    )
    telefoon = v.TelefoonVeld(label="Telefoon", required=False, help_text="Nodig als wij terugbellen")
    bereik = v.KeuzeVeld(
        label="Hoe bereiken wij u het liefst?",
        choices=[*Bereik.choices, (GEEN_ANTWOORD, "Geen antwoord nodig")],
        vraag="Kies hoe wij de beller bereiken",
    )
    contactwens = v.TekstVeld(
        label="Niet bellen op of na", required=False, help_text="Bijvoorbeeld: niet na 18.00 uur"
    )
    e_mail = v.EmailVeld(label="E-mailadres", required=False, help_text="Nodig als wij mailen")
    tolk = v.TekstVeld(
        label="Tolk nodig? Welke taal?", required=False, max_length=60, help_text="Bijvoorbeeld Pools of gebarentaal"
    )  # fmt: skip
    slechthorend = v.VinkVeld(label="Slechthorend of doof")
    grote_letters = v.VinkVeld(label="Grote letters in brieven")
    post = v.KeuzeVeld(
        label="Hoe wil de inwoner post?", required=False, choices=POSTWENSEN, widget=forms.Select,
        leeg="Niets over gezegd",
    )  # fmt: skip
    post_via = v.TekstVeld(
        label="Wie vertegenwoordigt de inwoner?", required=False, max_length=50,
        help_text="De administratie vraagt om het bewijs. Tot dan gaat de post naar de inwoner",
    )  # fmt: skip
    post_veilig = v.KeuzeVeld(
        label="Is het veilig om iets te sturen?", required=False, choices=VEILIGE_POST, widget=forms.Select,
        leeg="Ja, of niets over gezegd",
        help_text="Kiest u een ander adres? Schrijf het bij de vraag. Er gaat niets weg tot een collega het vastlegt",
    )  # fmt: skip
    terugbellen_op = v.DatumVeld(label="Terugbellen op", required=False)
    terugbellen_om = v.TijdVeld(label="Om hoe laat?", required=False)

    def __init__(self, *args, vandaag, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ontvangen_op"].niet_na = self.fields["terugbellen_op"].niet_voor = vandaag
        self.fields["wie"].error_messages["invalid_choice"] = "Zoek opnieuw en kies wie de inwoner is"
        self.toon_treffers((), gezocht=False)

    def toon_treffers(self, treffers, *, gezocht: bool) -> None:
        """Who may be chosen: the people found; a new person only after a search."""
        keuzes = [treffer_keuze(t) for t in treffers]
        if gezocht:
            keuzes.append((NIEUW, "Geen van deze: nieuwe inwoner" if treffers else "Nieuwe inwoner"))
        keuzes.append((KOPPELEN, "Niet gevonden: de administratie zoekt uit wie het is"))
        keuzes.append((ANONIEM, "Wil geen naam geven"))
        self.fields["wie"].choices = keuzes

    def clean(self):
        c = super().clean()
        if c.get("namens") and not (c.get("namens_naam") or c.get("namens_onbekend")):
            self.add_error("namens_naam", "Vul in wie er belt")
        if c.get("soort") == ContactSoort.SIGNAAL and "namens" in c:
            if not c["namens"]:
                self.add_error("namens", "Een signaal gaat over een ander. Kies Ja en vul in wie er belt")
            elif not self.data.get("inwoner_weet_ervan"):
                self.add_error("inwoner_weet_ervan", "Kies of de inwoner weet van dit gesprek")
        if c.get("wie") == NIEUW and not c.get("nieuw_geslachtsnaam"):
            self.add_error("nieuw_geslachtsnaam", "Vul de achternaam in")
        if c.get("wie") == KOPPELEN and not c.get("zoek_naam"):
            self.add_error("zoek_naam", "Vul de naam in die de beller noemt")
        if c.get("bereik") == Bereik.BELLEN and not c.get("telefoon") and c.get("wie") != ANONIEM:
            self.add_error("telefoon", "Vul het telefoonnummer in")
        mailen = c.get("bereik") == Bereik.E_MAIL or c.get("post") == POST_E_MAIL
        if mailen and not c.get("e_mail") and c.get("wie") != ANONIEM:
            self.add_error("e_mail", "Vul het e-mailadres in")
        if c.get("post") == POST_VIA and not c.get("post_via"):
            self.add_error("post_via", "Vul de naam van de vertegenwoordiger in")
        if c.get("terugbellen_om") and not c.get("terugbellen_op"):
            self.add_error("terugbellen_op", "Vul ook de dag in")
        return c

    def contact(self) -> dict:
        """Fields of the contact, for `contact_registreren`, without the person."""
        c, namens = self.cleaned_data, self.cleaned_data["namens"]
        beller = c["namens_naam"] or ONBEKENDE_BELLER
        return {
            "kanaal": c["kanaal"], "soort": c["soort"] or ContactSoort.VRAAG, "vraag": c["vraag_tekst"],
            "ontvangen_op": c["ontvangen_op"], "gevaar": bool(c["gevaar"]), "telefoon": c["telefoon"],
            "e_mail": c["e_mail"], "contactwens": c["contactwens"],
            "bereik": "" if c["bereik"] == GEEN_ANTWOORD else c["bereik"], "antwoord": c["bereik"] != GEEN_ANTWOORD,
            "hulp_nodig": hulp_nodig(c), "terugbellen_op": c["terugbellen_op"], "terugbellen_om": c["terugbellen_om"],
            "namens_naam": beller if namens else "", "namens_relatie": c["namens_relatie"] if namens else "",
            "inwoner_weet_ervan": c["inwoner_weet_ervan"] if namens else None,
            "richting": c["richting"] or Richting.INKOMEND,
        }  # fmt: skip


def hulp_nodig(c: dict) -> str:
    """What the caller needs, as one line of the contact: `hulpwensen` reads it back."""
    taal = c["tolk"].strip()
    delen = [
        f"tolk {taal}" if taal else "",
        "slechthorend" if c["slechthorend"] else "",
        "grote letters" if c["grote_letters"] else "",
        f"{POST_VIA} {_naam(c['post_via'])}" if c["post"] == POST_VIA else c["post"],
        c["post_veilig"],
    ]
    return ", ".join(deel for deel in delen if deel)


def _naam(tekst: str) -> str:
    """One part of the line: what parts it, is not in a name."""
    return " ".join(DELEN.sub(" ", tekst).split())


class NogEenVraagFormulier(Formulier):
    """Another question of the same caller: only what differs."""

    vraag_tekst = v.LangeTekstVeld(
        label="De volgende vraag, in de woorden van de beller", vraag="Schrijf op wat de beller vraagt", rows=5
    )  # fmt: skip
    gevaar = v.JaNeeVeld(
        label="Is er gevaar, of kan het niet wachten?",
        vraag="Kies of er gevaar is, of dat het niet kan wachten",
    )
    soort = v.KeuzeVeld(
        label="Wat voor contact is het?", required=False, choices=ContactSoort.choices, widget=forms.Select,
        leeg="Een vraag of nog niet duidelijk",
    )  # fmt: skip
