"""The forms of letter templates: a new version, its blocks, and a remark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from beschikkingen.models import Uitkomst
from beschikkingen.sjabloondelen import DELEN, MEESTE_BLOKKEN, TEKST, Blok, fouten_in
from toegang import velden as v
from toegang.formulier import Formulier
from voorzieningen.models import Product

AANTAL = "aantal"
VORMEN = (("natura", "Zorg in natura"), ("pgb", "Pgb"))


class SjabloonKeuze(Formulier):
    uitkomst = v.KeuzeVeld(
        label="Welke brief?", choices=Uitkomst.choices, widget=forms.Select, vraag="Kies een soort brief"
    )
    product = v.ObjectVeld(
        label="Voor welk product?",
        queryset=Product.objects.none(),
        required=False,
        empty_label="Alle producten",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.order_by("naam", "pk")


class OpmerkingBijSjabloon(Formulier):
    opmerking = v.LangeTekstVeld(
        label="Wat moet er anders?", max_length=2_000, vraag="Schrijf op wat er anders moet"
    )


class RedenVanStoppen(Formulier):
    opmerking = v.LangeTekstVeld(
        label="Waarom mag deze versie niet meer worden gebruikt?",
        max_length=2_000,
        vraag="Schrijf op waarom deze versie niet meer mag worden gebruikt",
    )


def blokken_uit(post: Mapping[str, Any]) -> list[Blok]:
    """The blocks as they stand in the form, whatever was typed."""
    tekst = str(post.get(AANTAL, ""))
    aantal = int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 4 else 0
    blokken = [
        Blok(
            str(post.get(f"blok_{i}_deel", "")),
            str(post.get(f"blok_{i}_kop", "")),
            str(post.get(f"blok_{i}_tekst", "")),
        )
        for i in range(min(aantal, 2 * MEESTE_BLOKKEN))
    ]
    return [b for b in blokken if b.deel == TEKST or b.deel in DELEN]


def verplaatst(blokken: Sequence[Blok], doe: str) -> tuple[list[Blok], int]:
    """After `omhoog:3`, `omlaag:3`, `weg:3` or `erbij:3:tekst`, with the block to look at; no act changes nothing."""
    rij = list(blokken)
    wat, _, rest = doe.partition(":")
    plek, _, deel = rest.partition(":")
    i = int(plek) if plek.isascii() and plek.isdigit() and len(plek) < 4 else -1
    if wat == "erbij" and 0 <= i <= len(rij) and (deel == TEKST or deel in DELEN):
        rij.insert(i, Blok(deel))
        return rij, i
    if not 0 <= i < len(rij):
        return rij, 0
    naar = {"omhoog": i - 1, "omlaag": i + 1}.get(wat, i)
    if wat == "weg":
        del rij[i]
        return rij, max(i - 1, 0)
    if 0 <= naar < len(rij):
        rij[i], rij[naar] = rij[naar], rij[i]
        return rij, naar
    return rij, i


@dataclass(frozen=True)
class Blokvelden:
    """A block on the page, with its fields when it is free text."""

    nummer: int
    blok: Blok
    kop: BoundField | None = None
    tekst: BoundField | None = None


class SjabloonFormulier(Formulier):
    """As many fields as there are blocks; the order is that of the fields."""

    regels = v.TekstVeld(
        label="Artikelen van de verordening", required=False, max_length=300,
        help_text="Die zet het besluit onder de brief. Wie het besluit opstelt, hoeft ze niet te typen.",
    )  # fmt: skip
    vorm = forms.ChoiceField(choices=VORMEN, required=False, label="Voorbeeld met")

    def __init__(self, data=None, *, blokken: Sequence[Blok], regels: str = ""):
        self.blokken = list(blokken)
        waarden = {"vorm": (data or {}).get("vorm") or "natura", "regels": (data or {}).get("regels", regels)}
        for i, blok in enumerate(self.blokken):
            waarden |= {f"blok_{i}_kop": blok.kop, f"blok_{i}_tekst": blok.tekst}
        super().__init__(waarden if data is not None else None, initial=waarden)
        self.fields["vorm"].zonder_bijschrift = True
        for i, blok in enumerate(self.blokken):
            if blok.vast:
                continue
            kop = v.TekstVeld(label="Kopje", required=False)
            tekst = v.LangeTekstVeld(label="Tekst", rows=5, required=False)
            kop.validators = tekst.validators = []  # `fouten_in` says it all
            tekst.zonder_bijschrift = True  # it must be filled, and `fouten_in` says so
            self.fields |= {f"blok_{i}_kop": kop, f"blok_{i}_tekst": tekst}

    def clean(self):
        for i, blok in enumerate(self.blokken):
            for veld, zinnen in fouten_in(blok).items():
                self.add_error(f"blok_{i}_{veld}", zinnen)
        return super().clean()

    def blokvelden(self) -> list[Blokvelden]:
        rijen = []
        for i, blok in enumerate(self.blokken):
            eigen = (None, None) if blok.vast else (self[f"blok_{i}_kop"], self[f"blok_{i}_tekst"])
            rijen.append(Blokvelden(i, blok, *eigen))
        return rijen
