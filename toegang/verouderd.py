"""A form that a colleague overtook: what both wrote, and what the writer chose to keep."""

from toegang.verschillen import Verouderd, Verschil


def versie_uit(request) -> int | None:
    """The version that the form was opened on; None when it is not there, or was tampered with."""
    return als_versie(request.POST.get("versie", ""))


def als_versie(tekst: str) -> int | None:
    """A version as it came back in a form."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else None


def verouderd_voor(huidig, formulier, velden: tuple[str, ...]) -> Verouderd:
    """The fields in which the form differs from the row as it stands now, for `toegang/_verouderd.html`."""
    wie = huidig.history.select_related("history_user").first()
    verschillen = []
    for veld in velden:
        mijn, hun = formulier.cleaned_data[veld], getattr(huidig, veld)
        if mijn != hun:
            label = str(formulier.fields[veld].label)
            keuzes = dict(getattr(formulier.fields[veld], "choices", ()))
            verschillen.append(
                Verschil(label, veld, _tekst(mijn, keuzes), _tekst(hun, keuzes), samen=isinstance(hun, str))
            )
    return Verouderd(
        naam=wie.history_user.naam if wie and wie.history_user else "Een collega", verschillen=verschillen
    )


def met_keuzes(post, huidig, velden: tuple[str, ...]):
    """The POST with what was chosen per field: mine stays, theirs replaces it, or both stand below each other."""
    if huidig is None or not any(f"bewaar_{veld}" in post for veld in velden):
        return post
    post = post.copy()
    for veld in velden:
        hun = getattr(huidig, veld)
        match post.get(f"bewaar_{veld}"):
            case "hun" if isinstance(hun, str):
                post[veld] = hun
            case "hun":
                post.setlist(veld, list(hun))
            case "samen":
                post[veld] = f"{hun}\n\n{post.get(veld, '')}"
    return post


def _tekst(waarde, keuzes: dict) -> str:
    if isinstance(waarde, list | tuple):
        return ", ".join(str(keuzes.get(w, w)) for w in waarde)
    return str(waarde)
