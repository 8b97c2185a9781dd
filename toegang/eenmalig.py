"""What is shown once, on the page that opens after it was made; until then the session remembers it, encrypted."""

import base64

from toegang.bsn import ontsleutel, versleutel_tekst


def klaarzetten(request, naam: str, pk, wat: str) -> None:
    """For the page of this row, and for nobody else's session."""
    request.session[naam] = [str(pk), base64.b64encode(versleutel_tekst(wat)).decode()]


def tonen(request, naam: str, pk) -> str:
    """What was made just now for this row, and then never again; empty when there is nothing."""
    van, wat = request.session.get(naam, ("", ""))
    if request.method == "GET" and van:
        del request.session[naam]
    return ontsleutel(base64.b64decode(wat)) if van == str(pk) else ""
