"""Support of one person at home."""

from config.demo.gemeente.thema import Hulp, Thema, Trede

BEGELEIDING = Thema(
    leefgebied="dagelijks",
    vragen=(
        "Ik krijg mijn post niet op orde en durf de enveloppen niet meer open te maken.",
        "Mijn broer heeft niet-aangeboren hersenletsel en vergeet alles. Wij kunnen het niet meer alleen.",
        "Sinds de scheiding loopt alles door elkaar. Ik kom mijn bed niet uit.",
        "Ik heb autisme en ga op mezelf wonen. Ik weet niet hoe ik dat moet regelen.",
        "Ik stop met drinken en de kliniek zei dat ik thuis begeleiding kan krijgen.",
        "Mijn moeder wordt vergeetachtig. Zij belt mij tien keer per dag en ik werk.",
    ),
    achter=(
        "Overzicht ontbreekt. De rekeningen zijn er wel, het geld ook, het openen en betalen lukt niet.",
        "Wil leren om een dag in te delen. Daarna alleen verder.",
        "Zoekt rust in huis en iemand die meekijkt, niet iemand die het overneemt.",
    ),
    geprobeerd=(
        "Een vriendin hielp een paar keer met de post. Een agenda-app gebruikt, dat hielp twee weken.",
        "Gesprekken met de praktijkondersteuner van de huisarts.",
        "Zelf schema's gemaakt. Zonder iemand erbij lukt het niet om ze te volgen.",
    ),
    helpt=("Een zus belt elke zondag.", "De praktijkondersteuner, eens per maand.", "Niemand op dit moment."),
    uitkomst=("Elke week de post open en een plan voor de dag.", "Zelfstandig wonen zonder dat het misloopt."),
    behoeften=(
        "Heeft structuur nodig en een vaste begeleider. Wil zelf blijven beslissen.",
        "Schrikt van onverwacht bezoek. Wil eerst een bericht, dan pas een bel.",
    ),
    delen={
        "dagelijks": ("Eten maken, douchen, boodschappen in de buurt.", "Dag indelen, op tijd opstaan, afspraken.",
                      "Zus belt op zondag."),
        "geld": ("Er is genoeg inkomen.", "Post openen, rekeningen op tijd betalen.", "Niemand."),
        "mentaal": ("Wandelen helpt.", "Veel piekeren, slecht slapen.", "Praktijkondersteuner van de huisarts."),
    },
    zrm={
        1: ("Er blijft post liggen.", 3, "Inkomen is er, overzicht niet."),
        6: ("Klachten staan het dagelijks leven in de weg.", 3, "In behandeling, motivatie is goed."),
        3: ("De dag heeft geen ritme.", 2, "Weinig te doen overdag."),
    },
    hulpvraag=("Overzicht over de dag, de post en het geld", "Leren om zelfstandig te wonen"),
    treden=(
        Trede(1, "Kan zelf koken, wassen en boodschappen doen. Leert snel als iets wordt voorgedaan.", "deels",
              "Overzicht houden over post, geld en afspraken.", "u zorgt zelf voor eten, was en boodschappen."),
        Trede(2, "Woont alleen, er is geen huisgenoot.", nvt=True),
        Trede(3, "De zus belt elke week en denkt mee. Zij kan er niet elke week bij zijn.", "deels",
              "Iemand die elke week meekijkt.", "uw zus denkt elke week met u mee aan de telefoon."),
        Trede(4, "Een oud-collega wil af en toe mee naar een afspraak.", "niet", "",
              "andere mensen om u heen kunnen niet elke week helpen."),
        Trede(5, "Informatie & Advies helpt bij losse formulieren. De gesprekken van het AMW zijn afgerond.", "deels",
              "Vaste begeleiding thuis.", "u gaat voor formulieren naar Informatie & Advies in de wijk."),
        Trede(6, "Behandeling loopt via de Zvw. Die is niet bedoeld voor hulp bij het dagelijks leven.", "niet", "",
              "uw behandeling loopt door. Die helpt niet bij het indelen van uw dag."),
    ),
    maatwerk="u krijgt begeleiding thuis, om te leren hoe u overzicht houdt.",
    ik_wil=("Ik wil elke week mijn post open hebben.", "Ik wil zelf mijn dag indelen en op tijd opstaan."),
    acties=(
        ("inwoner", "Legt post op een vaste plek en opent die met de begeleider", "de inwoner"),
        ("algemeen", "Gaat met formulieren naar Informatie & Advies", "de inwoner"),
        ("maatwerk", "Oefent elke week met de indeling van de dag", "de aanbieder"),
    ),
    hulp=(
        Hulp("02A03", ("2", "3", "4", "1.5"), "04", "2", "overzicht over uw dag, uw post en uw geld", 12),
        Hulp("02A05", ("3", "4"), "04", "2", "u woont veilig zelfstandig met de steun die bij u past", 12),
    ),
    kan_niet="U verliest het overzicht over uw dag, uw post en uw afspraken.",
    omvang="Wij gaan uit van een vast bezoek per week en tijd om te oefenen. Na een jaar kijken wij samen of het minder kan.",  # noqa: E501
    vanaf_leeftijd=22,
)  # fmt: skip
