"""What someone needs to talk with us, to get our post and to read it, in the words of the first contact; pure."""

import re

DELEN = re.compile(r"[,;.+]|\ben\b", re.IGNORECASE)
TOLK = re.compile(r"\w*tolk\w*", re.IGNORECASE)
VULWOORDEN = frozenset({"een", "nodig", "is", "graag", "in", "het", "voor", "taal", "heeft", "wil"})
TAAL_ONBEKEND = "taal navragen"
POST_E_MAIL, POST_PAPIER, POST_VIA = "post per e-mail", "post op papier", "post via"
NIETS_STUREN, ANDER_ADRES = "niets sturen zonder overleg", "post naar een ander adres"


def hulpwensen(tekst: str) -> dict[str, str | bool]:
    """The fields of the inwoner that follow from it, by simple words; 'geen' or 'niet' undoes its part."""
    gevonden: dict[str, str | bool] = {}
    for deel in DELEN.split(tekst):
        woorden = deel.lower().split()
        if "geen" in woorden or "niet" in woorden or " ".join(woorden).startswith(POST_VIA):  # then a name
            continue
        if TOLK.search(deel):
            gevonden["tolk"] = _tolk(deel)
        if "slechthorend" in deel.lower() or "doof" in woorden or "dove" in woorden:
            gevonden["slechthorend"] = True
        if "grote letter" in deel.lower() or "slechtziend" in deel.lower():
            gevonden["grote_letters"] = True
        gevonden |= _post(" ".join(woorden))
    return gevonden


def _post(deel: str) -> dict[str, str | bool]:
    """To another address: nothing goes out until a colleague wrote down which one."""
    if deel in (NIETS_STUREN, ANDER_ADRES):
        return {"veilig_contact_post": "niets_sturen"}
    bereik = {POST_E_MAIL: "e_mail", POST_PAPIER: "brief"}.get(deel)
    return {"bereik": bereik} if bereik else {}


def _tolk(deel: str) -> str:
    soort = TOLK.findall(deel)[0].lower()
    taal = [w for w in TOLK.sub(" ", deel).replace(":", " ").split() if w.lower() not in VULWOORDEN]
    if soort not in ("tolk", "tolken"):  # gebarentolk, schrijftolk
        taal = [soort, *taal]
    return " ".join(taal)[:60] or TAAL_ONBEKEND
