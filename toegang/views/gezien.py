"""What a colleague did with something I worked on: read it, and it is gone from my tasks."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.usecases import collega_inlichten


@scherm("gezien", laag=Laag.CONTACT)
def gezien(request, pk):
    """Only the sentence: who it is about is not said to whoever may not see it any more."""
    if request.method == "POST":
        collega_inlichten.gezien(contact_id=pk, door=request.lezer)
        messages.success(request, "Gelezen. Het bericht staat niet meer bij uw taken.")
        return redirect("toegang:mijn_werk")
    berichten = list(collega_inlichten.te_lezen(pk, door=request.lezer).order_by("uiterlijk_op", "pk"))
    return TemplateResponse(request, "toegang/gezien.html", {"berichten": berichten, "contact_id": pk})
