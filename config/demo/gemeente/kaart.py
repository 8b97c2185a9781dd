"""The sociale kaart of the demo: what the sources name, and what any town has. Texts, numbers and prices are ours.

Open Inloop, Huis van de Wijk, Informatie & Advies, AMW, Vrijwilligerscentrale, Zelfregiecentrum and
Jongerenservicepunt stand in the sources.
"""

from dataclasses import dataclass, field
from decimal import Decimal

WERKDAGEN = "maandag tot en met vrijdag van 9.00 tot 17.00 uur"
OCHTEND = "maandag tot en met vrijdag van 9.00 tot 12.00 uur, zonder afspraak"


@dataclass(frozen=True)
class Voorziening:
    """One line of the kaart; `maanden`: how long ago somebody looked whether it is true."""

    naam: str
    omschrijving: str
    leefgebieden: tuple[str, ...]
    openingstijden: str = WERKDAGEN
    voor_wie: str = ""
    wijken: tuple[str, ...] = ()
    adres: str = ""
    kosten: str = "gratis"
    bedrag: Decimal | None = None
    kosten_uitleg: str = ""
    trefwoorden: str = ""
    website: bool = True
    maanden: int = field(default=4)


def _inloop(wijk: str, adres: str, dagen: str, maanden: int) -> Voorziening:
    return Voorziening(
        f"Open Inloop {wijk}",
        "Loop binnen voor koffie, een praatje en iets te doen. Tussen de middag eten we samen.",
        ("daginvulling", "sociaal"),
        f"{dagen} van 10.00 tot 15.00 uur, zonder afspraak",
        wijken=(wijk,),
        adres=adres,
        kosten="bedrag",
        bedrag=Decimal("4.50"),
        kosten_uitleg="alleen als u mee-eet",
        trefwoorden="dagbesteding, koffie, eten, gezelschap, eenzaam",
        website=False,
        maanden=maanden,
    )


def _huis(wijk: str, adres: str, maanden: int) -> Voorziening:
    return Voorziening(
        f"Huis van de Wijk {wijk}",
        "Activiteiten van en voor de buurt: wandelen, kaarten, koken, taal oefenen en sport.",
        ("sociaal", "daginvulling"),
        "elke dag van 9.00 tot 22.00 uur",
        wijken=(wijk,),
        adres=adres,
        kosten="wisselt",
        kosten_uitleg="binnenlopen is gratis, een cursus kost € 2 tot € 5 per keer",
        trefwoorden="buurthuis, wijkcentrum, clubje, cursus, eenzaam",
        maanden=maanden,
    )


KAART: tuple[Voorziening, ...] = (
    _inloop("Blerick", "Kerkplein 4, Blerick", "dinsdag en donderdag", 3),
    _inloop("Venlo-Zuid", "Hagerhofweg 12, Venlo", "maandag, woensdag en vrijdag", 5),
    _inloop("Tegelen", "Kerkstraat 30, Tegelen", "woensdag", 14),
    _huis("Blerick", "Vossenerlaan 57, Blerick", 2),
    _huis("Velden", "Schandeloseweg 1, Velden", 6),
    Voorziening(
        "Informatie & Advies",
        "Hulp bij formulieren, regelingen, toeslagen en moeilijke brieven. Neem uw post mee.",
        ("geld", "wonen"),
        OCHTEND,
        wijken=("Blerick", "Tegelen", "Venlo-Oost", "Venlo-Zuid"),
        trefwoorden="formulier, toeslag, brief, kwijtschelding, formulierenbrigade",
    ),
    Voorziening(
        "Algemeen Maatschappelijk Werk",
        "Gesprekken bij zorgen over thuis, geld, verlies of spanning. U kunt ook samen komen.",
        ("mentaal", "sociaal", "geld"),
        voor_wie="iedereen van 18 jaar en ouder",
        trefwoorden="AMW, praten, scheiding, rouw, stress, ruzie",
        maanden=1,
    ),
    Voorziening(
        "Vrijwilligerscentrale Venlo",
        "Brengt vrijwilligers en mensen die hulp zoeken bij elkaar.",
        ("sociaal", "werk"),
        adres="Prinsessesingel 20, Venlo",
        trefwoorden="maatje, vrijwilligerswerk, bezoek",
    ),
    Voorziening(
        "Zelfregiecentrum",
        "Mensen die het zelf meemaakten, helpen u bij herstel en bij zelf keuzes maken.",
        ("mentaal", "daginvulling"),
        "dinsdag tot en met zaterdag van 13.00 tot 21.00 uur, zonder afspraak",
        adres="Emmastraat 8, Venlo",
        trefwoorden="ervaringsdeskundige, herstel, psychisch, somber, verslaving",
        maanden=7,
    ),
    Voorziening(
        "Jongerenservicepunt",
        "Antwoord op vragen over school, werk, wonen en geld. Je mag iemand meenemen.",
        ("opvoeden", "werk", "geld"),
        "woensdag en vrijdag van 13.00 tot 18.00 uur",
        voor_wie="jongeren van 16 tot 27 jaar",
        trefwoorden="jongere, school, kamer, bijbaan",
    ),
    Voorziening(
        "Boodschappendienst van vrijwilligers",
        "Vrijwilligers doen uw boodschappen, of gaan met u mee naar de winkel.",
        ("huishouden", "dagelijks"),
        "dinsdag en vrijdag",
        voor_wie="mensen die zelf niet naar de winkel kunnen",
        kosten="bedrag",
        bedrag=Decimal("3.00"),
        kosten_uitleg="per keer",
        trefwoorden="winkel, supermarkt, tillen",
        maanden=2,
    ),
    Voorziening(
        "Klussendienst van vrijwilligers",
        "Kleine klussen in huis en tuin, zoals een lamp of een beugel ophangen, of ramen wassen.",
        ("wonen", "huishouden"),
        voor_wie="mensen van 65 jaar en ouder, of met een beperking",
        kosten="bedrag",
        bedrag=Decimal("7.50"),
        kosten_uitleg="per klus, u betaalt zelf het materiaal",
        trefwoorden="klus, reparatie, tuin, ramen, lamp, beugel",
        maanden=3,
    ),
    Voorziening(
        "Steunpunt Mantelzorg",
        "Luistert, denkt mee en zoekt iemand die u even vervangt.",
        ("mantelzorg", "mentaal"),
        voor_wie="wie voor een ander zorgt, ook kinderen",
        trefwoorden="zorgen voor, vervanging, respijt, overbelast, partner",
        maanden=2,
    ),
    Voorziening(
        "Maaltijdservice Aan Tafel",
        "Brengt elke dag een warme of gekoelde maaltijd thuis. Ook zoutarm of zonder varkensvlees.",
        ("huishouden", "gezondheid", "dagelijks"),
        "elke dag, bezorgen tussen 11.00 en 13.30 uur",
        kosten="bedrag",
        bedrag=Decimal("8.75"),
        kosten_uitleg="per maaltijd",
        trefwoorden="eten, koken, tafeltje dekje, warm eten",
    ),
    Voorziening(
        "Was- en strijkservice De Wasmand",
        "Haalt uw was op en brengt hem gestreken terug.",
        ("huishouden",),
        "ophalen op maandag en donderdag",
        kosten="bedrag",
        bedrag=Decimal("12.50"),
        kosten_uitleg="per waszak",
        trefwoorden="wassen, strijken, schoon, kleding",
        maanden=13,
    ),
    Voorziening(
        "Wijkbus Maasoever",
        "Vrijwilligers rijden u van deur tot deur, ook met een rollator.",
        ("vervoer",),
        "maandag tot en met zaterdag van 8.30 tot 18.00 uur, bel een dag vooraf",
        voor_wie="wie moeilijk met de bus kan",
        kosten="bedrag",
        bedrag=Decimal("2.25"),
        kosten_uitleg="per rit",
        trefwoorden="taxi, auto, rijden, ziekenhuis, rollator",
        maanden=2,
    ),
    Voorziening(
        "ANWB AutoMaatje",
        "Een vrijwilliger rijdt u met zijn eigen auto, en blijft bij u als dat nodig is.",
        ("vervoer", "sociaal"),
        kosten="wisselt",
        kosten_uitleg="u betaalt 40 cent per kilometer",
        trefwoorden="taxi, auto, rijden, meerijden",
    ),
    Voorziening(
        "Bewegen voor ouderen",
        "Rustig bewegen in een groep, zittend of staand, met een fysiotherapeut erbij.",
        ("gezondheid", "sociaal"),
        "dinsdag en vrijdag van 10.00 tot 11.00 uur",
        voor_wie="mensen van 60 jaar en ouder",
        wijken=("Blerick", "Venlo-Oost", "Venlo-Zuid"),
        kosten="bedrag",
        bedrag=Decimal("3.50"),
        kosten_uitleg="per les",
        trefwoorden="sport, gymnastiek, vallen, valpreventie, heup, lopen",
    ),
    Voorziening(
        "Geheugencafé",
        "Een middag voor mensen die veel vergeten, en voor wie met hen samenleeft. Met koffie en een verhaal.",
        ("mentaal", "mantelzorg", "sociaal"),
        "elke eerste woensdag van de maand van 14.00 tot 16.00 uur",
        wijken=("Venlo-Centrum",),
        adres="Begijnengang 2, Venlo",
        trefwoorden="dementie, vergeten, alzheimer",
    ),
    Voorziening(
        "Thuisadministratie",
        "Een vrijwilliger helpt u elke week met uw post en uw geld, tot u het weer zelf kunt.",
        ("geld",),
        voor_wie="wie geen bewindvoerder heeft",
        trefwoorden="schuld, rekening, post, map, betalen, budget",
        maanden=5,
    ),
    Voorziening(
        "Voedselbank Venlo",
        "Eens per week een pakket met eten als u weinig geld overhoudt.",
        ("geld", "huishouden"),
        "vrijdag van 13.00 tot 16.00 uur, na een kort gesprek",
        voor_wie="wie weinig geld overhoudt",
        adres="Ubroekweg 40, Venlo",
        trefwoorden="eten, armoede, pakket",
    ),
    Voorziening(
        "Taalhuis in de bibliotheek",
        "Beter leren lezen, schrijven, rekenen en werken met de computer. Met een eigen maatje.",
        ("werk", "sociaal", "daginvulling"),
        "maandag en woensdag van 10.00 tot 16.00 uur",
        wijken=("Venlo-Centrum",),
        adres="Begijnengang 2, Venlo",
        trefwoorden="taal, lezen, computer, DigiD, telefoon",
    ),
    Voorziening(
        "Opvoedspreekuur",
        "Praat met een opvoedhulp over slapen, eten, ruzie of school. Zonder wachttijd.",
        ("opvoeden",),
        "dinsdag van 9.00 tot 12.00 uur en donderdag van 15.00 tot 18.00 uur",
        voor_wie="ouders van kinderen tot 18 jaar",
        trefwoorden="kind, puber, luisteren, slapen, driftbui, CJG",
    ),
    Voorziening(
        "Home-Start",
        "Een vrijwilliger met ervaring komt elke week een dagdeel bij u thuis.",
        ("opvoeden", "sociaal"),
        voor_wie="gezinnen met een kind tot 7 jaar",
        trefwoorden="gezin, baby, moeder, druk",
        maanden=15,
    ),
    Voorziening(
        "Valhulp en sleuteldienst",
        "Een knop om uw hals. Als u valt, komt er dag en nacht iemand met een sleutel.",
        ("gezondheid", "veiligheid", "dagelijks"),
        "dag en nacht",
        kosten="bedrag",
        bedrag=Decimal("19.95"),
        kosten_uitleg="per maand, vaak betaalt uw verzekering mee",
        trefwoorden="alarm, vallen, knop, personenalarmering",
    ),
    Voorziening(
        "Cliëntondersteuning De Ruggespraak",
        "Iemand naast u die niet van de gemeente is. Bij het gesprek, en bij alles wat u niet eens bent.",
        ("sociaal", "mentaal", "wonen"),
        trefwoorden="onafhankelijk, bezwaar, meedenken, gesprek, cliëntondersteuner",
        maanden=1,
    ),
)
GESTOPT = ("Repair Café Tegelen", "De ruimte is verkocht.")
