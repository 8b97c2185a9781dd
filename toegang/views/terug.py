"""Back to the list one came from: its own address, with filter and page."""

from django.urls import reverse

from toegang.schermen import lokaal


def terug_van(request, anders: str) -> str:
    """The address that the list sent along, when it is one of ours; else the list itself."""
    return lokaal(request.POST.get("terug"), reverse(anders))
