"""The house itself."""

from config.demo.gemeente.thema import Hulp, Thema, Trede

WONEN = Thema(
    leefgebied="wonen",
    vragen=(
        "Ik kom de trap niet meer op. De slaapkamer en de douche zijn boven.",
        "Wij hebben een bad en mijn vrouw kan er niet meer in of uit.",
        "Mijn man komt volgende maand thuis uit de revalidatie, in een rolstoel. De deuren zijn te smal.",
        "De drempels zijn te hoog. Ik ben deze maand al twee keer gevallen.",
        "De corporatie zegt dat ik bij u moet zijn voor een verhoogd toilet en beugels.",
    ),
    achter=(
        "Wil in dit huis blijven. Verhuizen is besproken en geeft veel onrust.",
        "Veilig douchen is het belangrijkste. Nu wast zij zich aan de wastafel.",
    ),
    geprobeerd=("Een losse douchekruk gekocht, die past niet in het bad.", "Beneden slapen geprobeerd op een logeerbed."),  # noqa: E501
    helpt=("De partner helpt bij de trap. Dat gaat niet meer veilig.", "Een zoon is timmerman en hielp met een leuning."),  # noqa: E501
    uitkomst=("Veilig boven komen.", "Zelf kunnen douchen."),
    behoeften=("Woont hier 41 jaar. De buren zijn als familie. Wil niet verhuizen.",
               "Privacy bij het wassen is belangrijk. Wil geen vreemden aan het bed."),
    delen={
        "wonen": ("Beneden gaat alles.", "De trap, het bad, de drempel naar het balkon.", "Partner steunt bij de trap."),  # noqa: E501
        "dagelijks": ("Aankleden met rust ertussen.", "Douchen, in en uit bad stappen.", "Partner helpt met de rug wassen."),  # noqa: E501
        "gezondheid": ("Oefent elke dag met de fysiotherapeut.", "Knieën en evenwicht.", "Fysiotherapeut, huisarts."),
    },
    zrm={
        4: ("Het huis past niet meer bij wat lukt.", 3, "Trap en badkamer zijn niet veilig."),
        9: ("Wassen gaat niet zelfstandig.", 3, "Wast zich aan de wastafel."),
    },
    hulpvraag=("Veilig boven komen en zelf douchen", "In het eigen huis kunnen blijven wonen"),
    treden=(
        Trede(1, "Beugels en een losse kruk zelf gekocht. Meer lost dat niet op.", "deels", "De trap en de douche.",
              "u kocht zelf beugels en een kruk. Dat is niet genoeg."),
        Trede(2, "De partner helpt bij wassen. De trap op helpen is niet veilig.", "deels", "Veilig boven komen.",
              "uw partner helpt bij het wassen. Helpen op de trap is niet veilig."),
        Trede(3, "De zoon maakte een tweede leuning. Verbouwen kan hij niet.", "deels", "De aanpassing zelf.",
              "uw zoon maakte een tweede leuning."),
        Trede(4, "De klussers uit de buurt doen alleen klein werk.", "niet", "", "de klussers in de buurt doen alleen klein werk."),  # noqa: E501
        Trede(5, "De klussendienst hangt beugels op. Een aanpassing van trap of badkamer doen zij niet.", "deels",
              "De aanpassing zelf.", "de klussendienst hing beugels op."),
        Trede(6, "De corporatie vervangt de badkamer pas over zes jaar. Geen andere wet.", "niet", "",
              "de corporatie vervangt uw badkamer pas over zes jaar."),
    ),
    maatwerk="wij passen uw woning aan.",
    ik_wil=("Ik wil veilig naar boven en zelf douchen.", "Ik wil in mijn eigen huis blijven wonen."),
    acties=(
        ("inwoner", "Oefent elke dag met de fysiotherapeut", "de inwoner"),
        ("algemeen", "Beugels bij het toilet ophangen", "Klussendienst van vrijwilligers"),
        ("maatwerk", "Aanpassing van de woning", "de aanbieder"),
    ),
    hulp=(
        Hulp("13X21", ("1",), "82", "6", "u komt veilig boven", 84,
             "Rechte trap, breed genoeg. Zit veilig op de stoel. Advies: traplift rechts."),
        Hulp("13V01", ("1",), "82", "6", "u kunt zelf douchen en naar het toilet", 84),
    ),
    kan_niet="U kunt niet veilig de trap op en niet in of uit bad stappen.",
    omvang="Met deze aanpassing kunt u veilig boven komen en zelf douchen. Verhuizen is onderzocht en past niet.",
    mantelzorger="De partner heeft zelf rugklachten en wil niet meer helpen op de trap.",
    vanaf_leeftijd=58,
)  # fmt: skip
