"""Which postcodes lie in the municipality: one from elsewhere is kept, with a remark."""

from django.conf import settings

ANDERE_GEMEENTE = (
    "{} ligt in een andere gemeente. Wij bewaren het adres zo. Woont de inwoner daar echt? Dan helpt die gemeente,"
    " behalve bij opvang en beschermd wonen."
)


def van_ons(postcode: str) -> bool:
    """By its four digits; everything is ours while the setting is empty."""
    reeksen = settings.GEMEENTE["postcodes"].split()
    cijfers = postcode.replace(" ", "")[:4]
    return not reeksen or any(_in(cijfers, reeks) for reeks in reeksen)


def _in(cijfers: str, reeks: str) -> bool:
    van, _, tot = reeks.partition("-")
    return van <= cijfers <= (tot or van)
