"""Help for a child (Jeugdwet)."""

from config.demo.gemeente.thema import Hulp, Thema, Trede

OPVOEDEN = Thema(
    leefgebied="opvoeden",
    vragen=("Onze zoon gaat niet meer naar school en wordt thuis heel boos. Wij weten het niet meer.",),
    achter=("Ouders willen rust in huis en een kind dat weer naar school gaat.",),
    geprobeerd=("Gesprekken met school en de jeugdarts. Een beloningskaart thuis.",),
    helpt=("De grootouders vangen op woensdag op.",),
    uitkomst=("Elke dag naar school, en samen eten zonder ruzie.",),
    behoeften=("Heeft duidelijkheid nodig. Houdt van voetbal en van zijn hond.",),
    delen={
        "opvoeden": ("Samen sporten gaat goed.", "Opstaan, naar school gaan, stoppen met gamen.", "Grootouders."),
        "sociaal": ("Heeft een vaste vriend.", "Ruzie met klasgenoten.", "De mentor op school."),
    },
    zrm={5: ("Er is veel ruzie thuis.", 3, "Ouders werken samen, zijn moe.")},
    hulpvraag=("Hulp bij de opvoeding en weer naar school",),
    treden=(Trede(1, "Ouders volgden een cursus. Dat hielp een paar weken.", "deels", "Rust in huis.", "u volgde een cursus."),),  # noqa: E501
    maatwerk="uw kind krijgt begeleiding thuis en op school.",
    ik_wil=("Ik wil weer naar school zonder buikpijn.",),
    acties=(("maatwerk", "Begeleiding thuis en op school", "de aanbieder"),),
    hulp=(Hulp("45V01", ("3",), "04", "2", "het gaat thuis en op school beter met uw kind", 12),),
    kan_niet="Het lukt uw kind nu niet om naar school te gaan.",
    omvang="Wij beginnen met drie uur per week. Na drie maanden kijken wij samen wat nodig is.",
    vanaf_leeftijd=10,
)  # fmt: skip
