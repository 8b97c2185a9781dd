"""Getting around."""

from config.demo.gemeente.thema import Hulp, Thema, Trede

VERVOER = Thema(
    leefgebied="vervoer",
    vragen=(
        "Ik kom met de rollator niet meer bij de winkel. Kan ik een scootmobiel krijgen?",
        "De bus stopt niet meer bij ons in Velden. Hoe kom ik bij mijn zus?",
        "Mijn been is geamputeerd en ik krijg straks een prothese. Tot die tijd kom ik nergens.",
        "Ik mag niet meer autorijden van de neuroloog. De kinderen wonen ver weg.",
        "Bij elke stap ben ik benauwd. Fietsen is voorbij en lopen bijna ook.",
    ),
    achter=(
        "Wil zelf naar de winkel en naar de soos, zonder elke keer iemand te vragen.",
        "Het gaat om ritten in de buurt. Verre ritten doen de kinderen.",
    ),
    geprobeerd=("Met de rollator en rustpunten. Verder dan 150 meter lukt niet.", "Een elektrische fiets geprobeerd, gevallen."),  # noqa: E501
    helpt=("De buurvrouw neemt soms boodschappen mee.", "De zoon rijdt naar het ziekenhuis."),
    uitkomst=("Zelf naar de markt kunnen.", "Elke week naar de soos, zonder te vragen."),
    behoeften=("Zelf de deur uit kunnen is het belangrijkste. Wil niemand tot last zijn.",
               "Houdt van de markt op zaterdag en van het koor."),
    delen={
        "vervoer": ("Loopt binnen met een rollator.", "Meer dan 150 meter lopen, fietsen, de bus halen.",
                    "Zoon rijdt naar het ziekenhuis."),
        "gezondheid": ("Medicijnen gaan goed.", "Benauwd bij inspanning.", "Longarts, fysiotherapeut."),
        "sociaal": ("Zingt in een koor.", "Komt er zelf niet meer.", "Koorlid rijdt soms mee."),
    },
    zrm={
        12: ("Meedoen lukt niet meer door het lopen.", 3, "Wil graag, komt er niet."),
        7: ("De gezondheid beperkt het lopen.", 3, "Stabiel, wordt niet beter."),
    },
    hulpvraag=("Zelf de deur uit kunnen in de eigen buurt", "Bij familie en winkels kunnen komen"),
    treden=(
        Trede(1, "Heeft een rollator en een rustige looproute. Een gewone fiets of elektrische fiets gaat niet.", "deels",  # noqa: E501
              "Verder dan 150 meter.", "binnen en dicht bij huis loopt u met de rollator."),
        Trede(2, "Woont alleen, er is geen huisgenoot.", nvt=True),
        Trede(3, "De zoon rijdt naar het ziekenhuis. Voor korte ritten woont hij te ver weg.", "deels",
              "Korte ritten in de buurt.", "uw zoon rijdt u naar het ziekenhuis."),
        Trede(4, "De buurvrouw neemt boodschappen mee. Zij rijdt zelf niet.", "niet", "",
              "uw buurvrouw neemt boodschappen mee, maar kan u niet rijden."),
        Trede(5, "Er is een buurtbus met vrijwilligers op dinsdag. De halte is te ver.", "niet", "",
              "de buurtbus rijdt een dag per week en de halte is te ver."),
        Trede(6, "Ziekenvervoer van de zorgverzekeraar geldt niet voor deze ritten.", "niet", "",
              "uw zorgverzekeraar betaalt geen ritten in de buurt."),
    ),
    maatwerk="u krijgt vervoer dat bij u past.",
    ik_wil=("Ik wil zelf naar de markt kunnen.", "Ik wil elke week naar het koor."),
    acties=(
        ("netwerk", "Rijdt naar het ziekenhuis", "de zoon"),
        ("maatwerk", "Vervoer in de eigen buurt", "de aanbieder"),
    ),
    hulp=(
        Hulp("08V01", ("120", "160"), "82", "6", "u komt bij mensen en winkels in de buurt", 12),
        Hulp("12X00", ("1",), "82", "6", "u kunt zelf de deur uit", 60,
             "Zit stabiel en kan veilig sturen. Proefrit gedaan op de pasmiddag, advies: compacte scootmobiel."),
        Hulp("11X04", ("1",), "82", "6", "u beweegt zelf door huis en buurt", 60,
             "Voldoende kracht in de armen. Maten opgenomen, advies: actief vastframe."),
    ),
    kan_niet="U kunt niet verder dan 150 meter lopen en niet fietsen of autorijden.",
    omvang="Met deze voorziening komt u zelf bij winkels, mensen en uw vereniging.",
    mantelzorger="De zoon kan de ritten naar het ziekenhuis volhouden. Meer ritten lukken niet.",
    vanaf_leeftijd=48,
)  # fmt: skip
