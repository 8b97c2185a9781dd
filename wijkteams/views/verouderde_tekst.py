"""A form that was opened before a colleague saved: both texts, and what was chosen."""

from toegang.verschillen import Verouderd, Verschil

TE_KIEZEN = "te_kiezen"
KIES = "Kies per onderdeel welke tekst blijft"


def gekozen_gegevens(post, huidig: dict):
    """The POST with the chosen text per field (mine, theirs, both); and the fields without a choice."""
    gegevens, open_velden = post.copy(), []
    for veld in post.getlist(TE_KIEZEN):
        if veld not in huidig:
            continue
        keuze, hun = post.get(f"bewaar_{veld}"), huidig[veld]
        if keuze == "hun":
            if hun in (False, None, ""):
                gegevens.pop(veld, None)
            else:
                gegevens[veld] = "on" if hun is True else str(hun)
        elif keuze == "samen":
            gegevens[veld] = f"{hun}\n\n{post.get(veld, '')}"
        elif keuze != "mijn":
            open_velden.append(veld)
    return gegevens, open_velden


def verouderd_van(formulier, huidig: dict, historie) -> Verouderd:
    """The fields in which the form differs from what stands there (`huidig`: field -> value); `historie` says who."""
    laatste = historie.select_related("history_user").order_by("-history_date", "-history_id").first()
    naam = laatste.history_user.naam if laatste and laatste.history_user else "Een collega"
    verschillen = []
    for veld, hun in huidig.items():
        if veld not in formulier.fields:
            continue
        mijn = formulier[veld].data
        if _woord(formulier, veld, mijn) != _woord(formulier, veld, hun):
            tekst = not hasattr(formulier.fields[veld], "choices") and not isinstance(hun, bool)
            verschillen.append(
                Verschil(
                    str(formulier.fields[veld].label), veld, _woord(formulier, veld, mijn),
                    _woord(formulier, veld, hun), samen=tekst,
                )
            )  # fmt: skip
    return Verouderd(naam=naam, verschillen=verschillen)


def _woord(formulier, veld: str, waarde) -> str:
    if isinstance(waarde, bool) or waarde == "on":
        return "ja" if waarde else "nee"
    keuzes = dict(getattr(formulier.fields[veld], "choices", ()))
    waarde = "" if waarde is None else waarde
    return str(keuzes.get(waarde, waarde)).replace("\r\n", "\n").strip()
