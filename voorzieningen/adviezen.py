"""The advice of an expert, beside the form of a proposal: taken over by a button, never by itself."""

from collections.abc import Mapping, Sequence

from wijkteams.models import Consult

KNOP = "advies_overnemen"


def overgenomen(ingevuld: Mapping[str, str], adviezen: Sequence[Consult]) -> dict[str, str]:
    """What was filled in, with the chosen advice in its three fields; the words are then the consulent's to mend."""
    gekozen = next((c for c in adviezen if str(c.pk) == ingevuld.get(KNOP)), None)
    if gekozen is None or gekozen.klaar_op is None:
        return {**ingevuld}
    dag = gekozen.klaar_op
    return {
        **ingevuld, "advies_van": f"{gekozen.get_deskundigheid_display().lower()} {gekozen.deskundige.naam}",
        "advies_op": f"{dag.day}-{dag.month}-{dag.year}", "advies": gekozen.advies,
    }  # fmt: skip
