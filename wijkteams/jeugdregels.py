"""Rules of the onderzoek of a young person (Jeugdwet; CRVB:2017:1477). Pure: no query, no clock."""

from typing import Any

JEUGDIGE, OUDERS = "jeugdige", "ouders"
STAPPEN = (
    ("problemen", "Stap 2, de problemen en stoornissen, is nog niet vastgelegd."),
    ("nodige_hulp", "Stap 3, welke hulp nodig is, is nog niet vastgelegd."),
    ("omvang", "Stap 3, hoeveel hulp nodig is, is nog niet vastgelegd."),
    ("eigen_mogelijkheden", "Stap 4, wat het gezin en zijn netwerk zelf kunnen, is nog niet vastgelegd."),
    ("wat_blijft_over", "Stap 5, wat er dan overblijft, is nog niet vastgelegd."),
)


def wie_stemt_toe(minstens_12: bool | None, minstens_16: bool | None) -> tuple[str, ...]:
    """Under 12 the parents, 12 to 15 both, from 16 the young person (7.3.15, 7.3.4, 7.3.5). Unknown age: both."""
    if minstens_16:
        return (JEUGDIGE,)
    if minstens_12 is False:
        return (OUDERS,)
    return (JEUGDIGE, OUDERS)


def in_woorden(wie: tuple[str, ...]) -> str:
    """Who decides, as one sentence on the screen."""
    return {
        (JEUGDIGE,): "De jongere is 16 jaar of ouder en beslist zelf. Vraag de jongere om toestemming.",
        (OUDERS,): "Het kind is jonger dan 12 jaar. Vraag de ouders met gezag om toestemming.",
        (
            JEUGDIGE,
            OUDERS,
        ): "De jongere is 12 tot en met 15 jaar, of de leeftijd is niet zeker. Vraag de jongere en de"
        " ouders met gezag om toestemming.",
    }[wie]


def waarom_geen_toestemming(jeugd: Any, wie: tuple[str, ...]) -> list[str]:
    """What consent is missing, in sentences; the exceptions of 7.3.4 lid 2 and 7.3.15 lid 2 count with their reason."""
    zinnen = []
    if JEUGDIGE in wie and jeugd.jeugdige_akkoord != "ja":
        niet_in_staat = jeugd.afwijking == "niet_in_staat" and jeugd.ouders_akkoord == "ja"
        if not niet_in_staat:
            zinnen.append(f"De jongere {_nog_niet(jeugd.jeugdige_akkoord)}.")
    if OUDERS in wie and jeugd.ouders_akkoord != "ja":
        zonder_ouders = JEUGDIGE in wie and (
            jeugd.afwijking == "nadeel" or (jeugd.afwijking == "wens" and jeugd.jeugdige_akkoord == "ja")
        )
        if not zonder_ouders:
            meer = "hebben" if jeugd.ouders_akkoord == "nee" else "hebben nog"
            zinnen.append(f"De ouders met gezag {meer} geen toestemming gegeven.")
    return zinnen


def _nog_niet(akkoord: str) -> str:
    return "heeft geen toestemming gegeven" if akkoord == "nee" else "heeft nog geen toestemming gegeven"


def ontbreekt_in_jeugd(jeugd: Any | None, hulpvragen: int, wie: tuple[str, ...]) -> list[str]:
    """What the onderzoek still needs: the five steps, consent, and what the young person has to be told."""
    zinnen = [] if hulpvragen else ["Stap 1, de hulpvraag, is nog niet vastgelegd."]
    if jeugd is None:
        return [*zinnen, "De stappen van het jeugdonderzoek en de toestemming zijn nog niet vastgelegd."]
    zinnen += [zin for veld, zin in STAPPEN if not getattr(jeugd, veld)]
    zinnen += waarom_geen_toestemming(jeugd, wie)
    if jeugd.familiegroepsplan_aangeboden_op is None:
        zinnen.append("Nog niet gevraagd of het gezin een familiegroepsplan wil maken.")
    if jeugd.vertrouwenspersoon_verteld_op is None:
        zinnen.append("Nog niet verteld over de vertrouwenspersoon.")
    if not jeugd.deskundige_nummer or not jeugd.deskundigheid or jeugd.vastgesteld_op is None:
        zinnen.append("Nog niet vastgelegd welke deskundige (SKJ of BIG) de hulp vaststelt, en wanneer.")
    return zinnen


def waarom_jeugd_niet(velden: dict[str, Any], wie: tuple[str, ...]) -> dict[str, str]:
    """What is wrong with what was filled in: field -> sentence. Nothing has to be filled in at once."""
    fouten = {}
    for naam, woord in (("jeugdige_akkoord", "de jongere"), ("ouders_akkoord", "de ouders")):
        if velden[naam] and not velden[f"{naam}_op"]:
            fouten[f"{naam}_op"] = f"Vul in wanneer u het {woord} vroeg"
    if velden["ouders_akkoord"] and not velden["ouders_namen"]:
        fouten["ouders_namen"] = "Schrijf op wie van de ouders u sprak"
    if velden["afwijking"] and not velden["afwijking_reden"]:
        fouten["afwijking_reden"] = "Schrijf waarop u dat baseert"
    if velden["afwijking"] in ("nadeel", "wens") and wie != (JEUGDIGE, OUDERS):
        fouten["afwijking"] = (
            "Deze uitzondering geldt alleen van 12 tot en met 15 jaar (Jeugdwet 7.3.4 lid 2)"
        )
    elif velden["afwijking"] == "niet_in_staat" and wie == (OUDERS,):
        fouten["afwijking"] = "Onder de 12 jaar beslissen de ouders altijd. Laat dit leeg"
    if velden["familiegroepsplan"] and not velden["familiegroepsplan_aangeboden_op"]:
        fouten["familiegroepsplan_aangeboden_op"] = "Vul in wanneer u dit vroeg"
    if velden["deskundige_nummer"] and not velden["deskundige_register"]:
        fouten["deskundige_register"] = "Kies in welk register dit nummer staat"
    if velden["vastgesteld_op"]:
        for naam, zin in (
            ("deskundige_naam", "Schrijf op wie de hulp vaststelt"),
            ("deskundige_nummer", "Vul het registratienummer van deze deskundige in"),
            ("deskundigheid", "Schrijf op waarin deze collega deskundig is"),
        ):
            if not velden[naam]:
                fouten.setdefault(naam, zin)
    return fouten
