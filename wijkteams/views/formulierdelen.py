"""What the forms of the visit share: the version, the draft, how a stored value stands in a field."""

import datetime

from toegang.verouderd import als_versie


def uit_concept(formulier, data) -> dict:
    """What was typed and not saved, as the values to begin with."""
    if data is None:
        return {}
    return {
        naam: veld.widget.value_from_datadict(data, {}, naam)
        for naam, veld in formulier.fields.items()
        if naam in data
    }


def gelezen_versie(getypt, versie: int) -> int:
    """A draft goes on from the version on which it was typed, so that a colleague in between is noticed."""
    gelezen = als_versie(getypt.get("versie", "")) if getypt is not None else None
    return versie if gelezen is None else gelezen


def als_getypt(waarde):
    """A stored value as a person would type it, so that it can be compared with what was typed."""
    if isinstance(waarde, datetime.date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    return "" if waarde is None else waarde
