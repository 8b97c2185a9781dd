"""Who may be the same person as somebody about to be made: shown before, so that no double arises."""

from toegang.namen import zoeknaam
from toegang.zoeken import Treffer, inwoners_zoeken

LIJKT_OP = (
    "Lijkt dit op iemand die er al is? Kies die persoon, of kies nog een keer dat dit een nieuwe inwoner is."
)


def mogelijke_dubbelen(lezer, **velden) -> list[Treffer]:
    """The same name and birth date, the same BSN, or the same address and initial; most alike first.

    Only whom this reader may find at all: who is shielded is not shown, and not counted either.
    """
    naam = " ".join(velden.get(n, "") for n in ("voorvoegsel", "geslachtsnaam")).strip()
    geboren, postcode = velden.get("geboren", ""), velden.get("postcode", "")
    uit: dict = {}
    if bsn := velden.get("bsn"):
        uit |= {t.pk: t for t in inwoners_zoeken(lezer=lezer, bsn=bsn).treffers}
    if naam and geboren[:4] not in ("", "0000"):
        uit |= {t.pk: t for t in inwoners_zoeken(lezer=lezer, naam=naam, geboren=geboren).treffers}
    if postcode and velden.get("huisnummer"):
        letter = zoeknaam(velden.get("voornamen") or velden.get("voorletters") or "")[:1]
        daar = inwoners_zoeken(lezer=lezer, postcode=postcode, huisnummer=velden["huisnummer"]).treffers
        uit |= {t.pk: t for t in daar if not letter or zoeknaam(t.inwoner.voorletters)[:1] == letter}
    return list(uit.values())
