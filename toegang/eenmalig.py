"""What is shown once, on the page that opens after it was made; until then the session remembers it."""


def klaarzetten(request, naam: str, pk, wat: str) -> None:
    """For the page of this row, and for nobody else's session."""
    request.session[naam] = [str(pk), wat]


def tonen(request, naam: str, pk) -> str:
    """What was made just now for this row, and then never again; empty when there is nothing."""
    van, wat = request.session.get(naam, ("", ""))
    if request.method == "GET" and van:
        del request.session[naam]
    return wat if van == str(pk) else ""
