"""A day with something to do."""

from config.demo.gemeente.thema import Hulp, Thema, Trede

DAGBESTEDING = Thema(
    leefgebied="daginvulling",
    vragen=(
        "Mijn man heeft dementie en zit de hele dag op de bank. Ik kan geen stap meer alleen zetten.",
        "Ik zit al maanden thuis. Werken gaat niet meer, maar ik word gek van de muren.",
        "Kan mijn moeder ergens naartoe overdag? Zij is alleen en haalt dag en nacht door elkaar.",
        "Ik ben blind aan het worden en mijn club is gestopt. Is er iets voor mij?",
        "Mijn zoon is van school en komt nergens aan de slag. Hij heeft een licht verstandelijke beperking.",
    ),
    achter=(
        "Het gaat om een dag met ritme, en om lucht voor de partner.",
        "Wil iets betekenen voor anderen, in een kleine groep.",
        "Alleen zijn is het grootste probleem. Vooral de middagen zijn lang.",
    ),
    geprobeerd=(
        "De Open Inloop geprobeerd. Te druk, kon de weg naar huis niet vinden.",
        "Vrijwilligerswerk gedaan tot het te veel werd.",
    ),
    helpt=("De partner is er altijd.", "Een buurman haalt hem soms op voor een rondje.", "De kinderen in het weekend."),
    uitkomst=("Twee vaste dagen met mensen en iets te doen.", "Dat de partner weer naar het koor kan."),
    behoeften=(
        "Houdt van de tuin en van muziek. Wordt onrustig in grote groepen.",
        "Wil met de handen werken. Een klein groepje en een vaste plek helpen.",
    ),
    delen={
        "daginvulling": ("Krant lezen, radio, planten water geven.", "Zelf iets beginnen, de tijd in de gaten houden.",
                         "Partner stuurt bij."),
        "sociaal": ("Geniet van bezoek.", "Gaat niet meer alleen de deur uit.", "Buurman, kinderen in het weekend."),
        "mantelzorg": ("", "Partner slaapt slecht en heeft geen tijd voor zichzelf.", "Steunpunt mantelzorg belde twee keer."),  # noqa: E501
    },
    zrm={
        3: ("De dag is leeg.", 2, "Geen activiteiten overdag."),
        11: ("Contacten zijn minder geworden.", 3, "Vooral familie."),
        12: ("Meedoen is de vraag.", 2, "Komt nauwelijks buiten."),
    },
    hulpvraag=("Een vaste dag met mensen en iets te doen", "Overdag een veilige plek, zodat de partner kan uitrusten"),
    treden=(
        Trede(1, "Kan zich een uur vermaken met krant en radio. Daarna ontstaat onrust.", "deels", "De rest van de dag.",  # noqa: E501
              "u leest de krant en luistert naar de radio. Een hele dag lukt dat niet."),
        Trede(2, "De partner is er altijd. Dat is gewone zorg voor elkaar, maar dag en nacht is te veel.", "deels",
              "Overdag lucht voor de partner.", "uw partner is er voor u. Dag en nacht zorgen is te veel."),
        Trede(3, "De kinderen komen in het weekend. Door de week werken zij.", "deels", "De dagen door de week.",
              "uw kinderen komen in het weekend."),
        Trede(4, "De buurman loopt soms een rondje mee.", "niet", "", "uw buurman loopt soms met u mee. Dat is geen dag."),  # noqa: E501
        Trede(5, "Open Inloop geprobeerd: te druk, en geen toezicht op de weg terug.", "niet", "",
              "de Open Inloop past niet: daar is te weinig begeleiding voor u."),
        Trede(6, "Nog geen Wlz-indicatie mogelijk volgens de casemanager dementie.", "niet", "",
              "de Wet langdurige zorg is nu nog niet aan de orde."),
    ),
    maatwerk="u krijgt dagbesteding in een kleine groep met begeleiding.",
    ik_wil=("Ik wil twee dagen per week iets te doen hebben.", "Ik wil buiten werken en onder de mensen zijn."),
    acties=(
        ("netwerk", "Brengt naar de dagbesteding en haalt op", "de partner"),
        ("algemeen", "Steunpunt mantelzorg belt elke maand", "Steunpunt mantelzorg"),
        ("maatwerk", "Dagbesteding in een kleine groep", "de aanbieder"),
    ),
    hulp=(
        Hulp("07V01", ("2", "3"), "16", "2", "een dag met ritme en mensen om u heen", 12),
        Hulp("07V02", ("4", "3"), "16", "2", "een veilige dag met begeleiding", 12),
        Hulp("07V03", ("4",), "16", "2", "een veilige dag met zorg dichtbij", 12),
    ),
    kan_niet="U kunt uw dag niet zelf invullen en niet alleen de deur uit.",
    omvang="Dit aantal dagdelen geeft u ritme, en uw partner tijd om uit te rusten.",
    mantelzorger="De partner slaapt slecht en wil twee middagen voor zichzelf.",
    vanaf_leeftijd=24,
)  # fmt: skip
