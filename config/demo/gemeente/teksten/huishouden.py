"""Household help."""

from config.demo.gemeente.thema import Hulp, Thema, Trede

HUISHOUDEN = Thema(
    leefgebied="huishouden",
    vragen=(
        "Ik kan het huis niet meer schoon houden sinds mijn heup. Kan er iemand komen helpen?",
        "Stofzuigen en ramen lukt niet meer met mijn longen. Mijn dochter zei dat ik u moest bellen.",
        "Mijn man deed altijd het zware werk. Nu hij in het verpleeghuis ligt, red ik het niet.",
        "Ik heb reuma in mijn handen. De wc en de badkamer blijven liggen en daar schaam ik me voor.",
        "Na mijn operatie mag ik drie maanden niet tillen. Wie doet dan mijn huishouden?",
        "Ik ben 84 en val snel. Het bed verschonen durf ik niet meer alleen.",
        "Ik zit met MS en ben na een half uur op. Vroeger had ik een poetshulp, die is gestopt.",
    ),
    achter=(
        "Wil zelf blijven koken en de was doen, maar bukken en reiken lukt niet. Bang om te vallen.",
        "Het gaat om het zware werk. De dagelijkse dingen gaan met rust ertussen.",
        "Wil weer bezoek kunnen ontvangen zonder zich te schamen voor het huis.",
    ),
    geprobeerd=(
        "Een buurvrouw hielp een tijd. Een robotstofzuiger aangeschaft, die komt niet onder het bed.",
        "Particuliere hulp gezocht, maar die had geen plek.",
        "Het werk over de week verdeeld. Dat ging een half jaar goed.",
    ),
    helpt=(
        "De dochter doet om de week boodschappen.",
        "Een zoon in Eindhoven, die komt eens per maand.",
        "Niemand op dit moment.",
    ),
    uitkomst=(
        "Een schoon huis, en zelf blijven doen wat nog gaat.",
        "Dat de badkamer en het bed elke week schoon zijn.",
    ),
    behoeften=(
        "Wil in dit huis blijven wonen. Houdt van orde. Vindt het moeilijk om hulp te vragen.",
        "Wil zelf blijven koken en planten verzorgen. Het zware werk geeft pijn.",
        "Rust en vaste gezichten zijn belangrijk. Liever een vaste dag.",
    ),
    delen={
        "huishouden": ("Koken, afwassen, stof afnemen op hoogte, kleine was.",
                       "Stofzuigen, dweilen, badkamer en wc, bed verschonen.", "Dochter doet boodschappen."),
        "gezondheid": ("Wandelt elke dag een klein stuk.", "Bukken, tillen en lang staan doen pijn.",
                       "Huisarts en fysiotherapeut."),
        "sociaal": ("Belt elke dag met een zus.", "", "Buren kijken of het gordijn open gaat."),
    },
    zrm={
        10: ("Het gesprek gaat over het huishouden.", 3, "Zwaar werk lukt niet, licht werk wel."),
        7: ("De gezondheid maakt het werk zwaar.", 3, "Behandeling loopt bij de huisarts."),
        11: ("Nagegaan of iemand kan helpen.", 4, "Contact met familie is goed."),
    },
    hulpvraag=(
        "Een schoon en leefbaar huis, ook nu het zware werk niet meer lukt",
        "Hulp bij stofzuigen, dweilen, badkamer en bed",
    ),
    treden=(
        Trede(1, "Kookt, wast af, stoft op hoogte en doet de kleine was. Heeft een lichte stofzuiger.", "deels",
              "Het zware werk.", "u kookt, wast af, stoft en doet de kleine was. Dat blijft u doen."),
        Trede(2, "Woont alleen, er is geen huisgenoot.", nvt=True),
        Trede(3, "De dochter doet boodschappen. Meer kan zij niet naast haar werk en gezin.", "deels",
              "Schoonmaken.", "uw dochter doet uw boodschappen. Meer kan zij niet doen."),
        Trede(4, "Buren zijn zelf op leeftijd. De vereniging heeft niemand.", "niet", "",
              "uw buren en vrienden kunnen niet schoonmaken."),
        Trede(5, "De boodschappendienst helpt bij boodschappen, niet bij schoonmaken. Een klussendienst ook niet.",
              "niet", "", "in uw wijk is er geen voorziening die schoonmaakt."),
        Trede(6, "Geen Wlz. Geen aanvullende verzekering die dit betaalt.", "niet", "",
              "er is geen andere wet die dit regelt."),
    ),
    maatwerk="voor het zware werk krijgt u hulp in het huishouden.",
    ik_wil=("Ik wil in een schoon huis wonen en zelf blijven koken.", "Ik wil zonder schaamte bezoek ontvangen."),
    acties=(
        ("inwoner", "Kookt, wast af en doet de kleine was", "de inwoner"),
        ("netwerk", "Doet elke week de boodschappen", "de dochter"),
        ("maatwerk", "Een hulp doet het zware werk in huis", "de aanbieder"),
    ),
    hulp=(
        Hulp("01A04", ("105", "120", "135", "90", "150"), "01", "2", "een schone woonkamer, keuken, slaapkamer, badkamer en wc"),  # noqa: E501
    ),
    kan_niet="U kunt niet meer stofzuigen, dweilen, de badkamer schoonmaken en uw bed verschonen.",
    omvang="Het zware werk in een woning met twee kamers kost volgens onze richtlijn deze tijd per week.",
    mantelzorger="De dochter zegt dat de boodschappen te doen zijn. Schoonmaken erbij lukt niet naast haar gezin.",
)  # fmt: skip
