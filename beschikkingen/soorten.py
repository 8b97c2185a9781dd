"""Why we decide, what we decide, and what each kind does to the help: data, pure Python (Wmo 2015, Awb)."""

from django.db.models import TextChoices


class Aanleiding(TextChoices):
    AANVRAAG = "aanvraag", "Aanvraag"
    HERONDERZOEK = "heronderzoek", "Heronderzoek (2.3.9)"
    AMBTSHALVE = "ambtshalve", "Ambtshalve (2.3.10)"
    BEZWAAR = "bezwaar", "Bezwaar"
    UITSPRAAK = "uitspraak", "Uitspraak van de rechter"
    SPOED = "spoed", "Spoed (2.3.3)"
    INGEBREKESTELLING = "ingebrekestelling", "Ingebrekestelling (Awb 4:17)"


class Uitkomst(TextChoices):
    TOEKENNING = "toekenning", "Toekenning"
    GEDEELTELIJK = "gedeeltelijk", "Gedeeltelijke toekenning"
    AFWIJZING = "afwijzing", "Afwijzing"
    NIET_BEHANDELEN = "niet_behandelen", "Aanvraag niet behandelen"
    TIJDELIJK = "tijdelijk", "Tijdelijke hulp"
    HERZIENING = "herziening", "Herziening"
    INTREKKING = "intrekking", "Intrekking"
    BEEINDIGING = "beeindiging", "Beëindiging"
    TERUGVORDERING = "terugvordering", "Terugvordering"
    DWANGSOM = "dwangsom", "Dwangsom"
    GEGROND = "gegrond", "Bezwaar gegrond"
    DEELS_GEGROND = "deels_gegrond", "Bezwaar deels gegrond"
    ONGEGROND = "ongegrond", "Bezwaar ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "Bezwaar niet-ontvankelijk"


class Gevolg(TextChoices):
    """What a besluit does with one line of help."""

    TOEKENNEN = "toekennen", "Toekennen"
    AFWIJZEN = "afwijzen", "Niet toekennen"
    WIJZIGEN = "wijzigen", "Wijzigen"
    BEEINDIGEN = "beeindigen", "Stoppen"
    HANDHAVEN = "handhaven", "Blijft zoals het is"


class Herzieningsgrond(TextChoices):
    """On which ground a decision is revised or withdrawn (Wmo 2015 art. 2.3.10 lid 1)."""

    A = "a", "a. De inwoner gaf onjuiste of onvolledige gegevens"
    B = "b", "b. De inwoner is niet meer op deze hulp aangewezen"
    C = "c", "c. De hulp is niet meer genoeg of past niet meer"
    D = "d", "d. De inwoner houdt zich niet aan de voorwaarden"
    E = "e", "e. De inwoner gebruikt de hulp niet, of voor iets anders"


U, A = Uitkomst, Aanleiding
# What can be decided at each occasion, in the order of the form.
UITKOMSTEN_BIJ: dict[Aanleiding, tuple[Uitkomst, ...]] = {
    A.AANVRAAG: (U.TOEKENNING, U.GEDEELTELIJK, U.AFWIJZING, U.NIET_BEHANDELEN),
    A.HERONDERZOEK: (U.TOEKENNING, U.HERZIENING, U.BEEINDIGING),
    A.AMBTSHALVE: (U.HERZIENING, U.INTREKKING, U.BEEINDIGING, U.TERUGVORDERING),
    A.BEZWAAR: (U.GEGROND, U.DEELS_GEGROND, U.ONGEGROND, U.NIET_ONTVANKELIJK),
    A.UITSPRAAK: (U.HERZIENING, U.BEEINDIGING),
    A.SPOED: (U.TIJDELIJK,),
    A.INGEBREKESTELLING: (U.DWANGSOM,),
}
OP_BEZWAAR = frozenset(UITKOMSTEN_BIJ[A.BEZWAAR])
# They give help that was proposed; of the last one each line is chosen.
KENT_TOE = frozenset({U.TOEKENNING, U.GEDEELTELIJK, U.TIJDELIJK})
# They decide on help that was proposed in the zaak.
OP_VOORSTEL = KENT_TOE | {U.AFWIJZING, U.NIET_BEHANDELEN}
# They change help that was granted before, from a day on (2.3.10 lid 2).
WERKT_VANAF = frozenset({U.HERZIENING, U.INTREKKING, U.BEEINDIGING})
# The inwoner has his say before these (Awb art. 4:7 for an aanvraag, 4:8 for a burden).
MET_ZIENSWIJZE: dict[Uitkomst, str] = {
    U.GEDEELTELIJK: "Awb 4:7",
    U.AFWIJZING: "Awb 4:7",
    U.HERZIENING: "Awb 4:8",
    U.INTREKKING: "Awb 4:8",
    U.BEEINDIGING: "Awb 4:8",
    U.TERUGVORDERING: "Awb 4:8",
}
# These say no, whole or in part: a repeated aanvraag can be refused by pointing at them (Awb art. 4:6 lid 2).
WIJST_AF = frozenset({U.AFWIJZING, U.GEDEELTELIJK})
MET_BEDRAG = frozenset({U.TERUGVORDERING, U.DWANGSOM})
# The power to sign is given for these kinds (Awb art. 10:3).
SOORT_MANDAAT: dict[Uitkomst, str] = {
    U.TOEKENNING: "toekennen",
    U.TIJDELIJK: "toekennen",
    U.GEDEELTELIJK: "afwijzen",
    U.AFWIJZING: "afwijzen",
    U.NIET_BEHANDELEN: "afwijzen",
    U.HERZIENING: "herzien",
    U.INTREKKING: "herzien",
    U.BEEINDIGING: "herzien",
    U.TERUGVORDERING: "herzien",
    U.DWANGSOM: "dwangsom",
} | dict.fromkeys(OP_BEZWAAR, "bezwaar")
# What every line does by itself; where it is missing each line is chosen.
GEVOLG_BIJ: dict[Uitkomst, Gevolg] = {
    U.TOEKENNING: Gevolg.TOEKENNEN,
    U.TIJDELIJK: Gevolg.TOEKENNEN,
    U.AFWIJZING: Gevolg.AFWIJZEN,
    U.NIET_BEHANDELEN: Gevolg.AFWIJZEN,
    U.INTREKKING: Gevolg.BEEINDIGEN,
    U.BEEINDIGING: Gevolg.BEEINDIGEN,
    U.TERUGVORDERING: Gevolg.HANDHAVEN,
    U.DWANGSOM: Gevolg.HANDHAVEN,
    U.ONGEGROND: Gevolg.HANDHAVEN,
    U.NIET_ONTVANKELIJK: Gevolg.HANDHAVEN,
}
GEVOLGEN_TE_KIEZEN: dict[Uitkomst, tuple[Gevolg, ...]] = {
    U.GEDEELTELIJK: (Gevolg.TOEKENNEN, Gevolg.AFWIJZEN),
    # the last: help that was refused, and that a court says the inwoner gets
    U.HERZIENING: (Gevolg.WIJZIGEN, Gevolg.HANDHAVEN, Gevolg.BEEINDIGEN, Gevolg.TOEKENNEN),
    U.GEGROND: (Gevolg.TOEKENNEN, Gevolg.WIJZIGEN, Gevolg.HANDHAVEN),
    U.DEELS_GEGROND: (Gevolg.TOEKENNEN, Gevolg.WIJZIGEN, Gevolg.HANDHAVEN),
}


def gevolg_van(uitkomst: str, gekozen: str = "") -> Gevolg:
    """What a line does under this outcome: fixed by the outcome, or chosen among what it allows."""
    if vast := GEVOLG_BIJ.get(U(uitkomst)):
        return vast
    mag = GEVOLGEN_TE_KIEZEN[U(uitkomst)]
    return Gevolg(gekozen) if gekozen in mag else mag[0]


def van_aanvraag(uitkomst: str) -> bool:
    """Decided on what was asked; the words of the letter are those of a refusal or a grant."""
    return uitkomst in UITKOMSTEN_BIJ[A.AANVRAAG]
