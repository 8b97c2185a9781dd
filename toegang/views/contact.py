"""One contact: who it is, what was asked, and what comes of it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang.contactroutes import HOOGSTENS_POGINGEN
from toegang.inzendingen import inzending_van, ligt_bij
from toegang.models import Contactmoment, ContactSoort, Document, Zaak
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import ContactStatus, OngeldigeOvergang
from toegang.usecases.contact_bij_zaak import gevraagd_aan
from toegang.usecases.terugbelbrief import wat_brief_weigert
from toegang.usecases.zaak_openen import EERST_KOPPELEN
from toegang.veilig_contact import waarheen
from toegang.views.contact_handelingen import Blad, handelen
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zoekvelden import gevonden_bewijs
from toegang.werkrijen import Rij
from toegang.werkvoorraad import groepen_voor

ZAKEN = 20


@scherm("contact", laag=Laag.CONTACT)
def contact(request, pk):
    """The administratie links, calls back, answers or opens a zaak; the KCC reads back its own of today."""
    vandaag = timezone.localdate()
    contact = _ophalen(request, pk, vandaag)
    mag = _mag(request.lezer, contact)
    gevraagd = not mag["administratie"] and gevraagd_aan(request.lezer, pk).exists()
    mag |= {"gevraagd": gevraagd, "mag_zaak_kiezen": mag["mag_zaak_kiezen"] or gevraagd}
    erbij = _erbij(request, contact)
    zaken = _zaken(request, contact) if mag["mag_zaak_kiezen"] else []
    blad = Blad(request, contact, zaken, vaak_genoeg=erbij["vaak_genoeg"])
    if request.method == "POST":
        try:
            gebeurd = handelen(blad)
        except OngeldigeOvergang as fout:
            messages.error(request, str(fout))
            return redirect(request.get_full_path())
        if gebeurd:
            messages.success(request, gebeurd)
            return redirect(_waarheen(request, pk, blad.handeling))
    context = {
        "contact": contact,
        "inzending": inzending_van(contact),
        "ligt_bij": ligt_bij(contact),
        "vandaag": vandaag,
        "groepen": request.GET.get("groep", ""),
        "volgende": _volgende(request, contact, vandaag),
        **blad.formulieren,
        "formulieren": list(blad.formulieren.values()),
        "handeling": blad.handeling,
        "niet_bewaard": blad.niet_bewaard() if request.method == "POST" and not mag["mag_afhandelen"] else [],
        "resultaat": blad.resultaat,
        "gezocht": _bewijs(request, blad),
        **mag,
        **erbij,
    }
    return TemplateResponse(request, "toegang/contact.html", context)


def _ophalen(request, pk, vandaag) -> Contactmoment:
    """For a colleague of the team the contact of a zaak is content of that zaak, with the reason that this asks."""
    contact = (
        Contactmoment.objects.voor(request.lezer, vandaag)
        .select_related(
            "inwoner", "zaak__dossier", "geregistreerd_door", "opgepakt_door", "organisatie", "inzending"
        )
        .get(pk=pk)
    )
    r = request.lezer.rechten
    van_de_balie = r.heeft_rol(Rol.ADMINISTRATIE) or contact.geregistreerd_door == request.lezer
    als_jurist = contact.soort == ContactSoort.BEZWAAR and r.heeft_rol(Rol.JURIST)
    if contact.zaak_id and not (van_de_balie or als_jurist):
        zaak_ophalen(request, contact.zaak_id, laag=Laag.INHOUD)
    else:
        request.inzage.toon(
            inwoner=contact.inwoner_id,
            zaak=contact.zaak_id,
            dossier=contact.zaak.dossier_id if contact.zaak else None,
        )
    return contact


def _mag(lezer, contact: Contactmoment) -> dict:
    """What this reader may do with it now; a sentence where it cannot be done."""
    administratie = lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)
    jurist = contact.soort == ContactSoort.BEZWAAR and lezer.rechten.heeft_rol(Rol.JURIST)
    open_ = contact.status != ContactStatus.AFGEHANDELD
    van_de_zaak = bool(
        contact.zaak_id
        and not administratie
        and Zaak.objects.voor(lezer, Recht.INHOUD_BEWERKEN).filter(pk=contact.zaak_id).exists()
    )
    mag = open_ and (administratie or van_de_zaak or jurist)
    gekoppeld = bool(contact.inwoner_id or contact.zaak_id)
    return {
        "mag_koppelen": administratie and open_ and not gekoppeld,
        "mag_herstellen": administratie and gekoppeld and not contact.notitie,
        "mag_afhandelen": mag,
        "van_mij": contact.opgepakt_door == lezer,
        "mag_openen": administratie and open_ and not contact.zaak_id,
        "mag_zaak_kiezen": administratie and open_ and bool(contact.inwoner_id) and not contact.zaak_id,
        "weigering_openen": "" if contact.inwoner_id else EERST_KOPPELEN,
        "mag_zaak_zien": administratie or van_de_zaak,
        "administratie": administratie,
        "alleen_eigen": not (administratie or van_de_zaak or jurist or _leest_de_zaak(lezer, contact)),
    }


def _leest_de_zaak(lezer, contact: Contactmoment) -> bool:
    """False for the KCC, which reads back what it wrote: whether a zaak hangs on it, it does not learn."""
    return (
        bool(contact.zaak_id)
        and Zaak.objects.voor(lezer, Recht.INHOUD_INZIEN).filter(pk=contact.zaak_id).exists()
    )


def _zaken(request, contact: Contactmoment) -> list[Zaak]:
    """The zaken of this inwoner, those that run first; the administratie sees the process, not the content.

    A regisseur who was asked chooses from those he works in.
    """
    desk = request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)
    kiesbaar = (
        Zaak.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        if desk
        else Zaak.objects.voor(request.lezer, Recht.INHOUD_BEWERKEN).open()
    )
    zaken = list(
        kiesbaar.filter(dossier__inwoner=contact.inwoner_id)
        .select_related("dossier", "wijkteam")
        .order_by("afgesloten_op", "-gemeld_op", "pk")[:ZAKEN]
    )
    zaken.sort(key=lambda zaak: not zaak.is_open)
    for zaak in zaken:
        request.inzage.toon_zaak(zaak, laag=Laag.PROCES)
    return zaken


def _erbij(request, contact: Contactmoment) -> dict:
    """The tries to call back, the other questions of the same call, the files."""
    pogingen = list(contact.terugbelpogingen.select_related("door").order_by("om", "pk"))
    gemist = sum(not poging.bereikt for poging in pogingen)
    vaak_genoeg = gemist >= HOOGSTENS_POGINGEN
    wachtend = list(contact.terugbelbrieven.wacht().order_by("aan_naam", "pk")) if vaak_genoeg else []
    samen = contact.samen_met_id or contact.pk
    anderen = Contactmoment.objects.voor(request.lezer, timezone.localdate())
    anderen = anderen.filter(samen_met=samen) | anderen.filter(pk=samen)
    return {
        "pogingen": pogingen,
        "gemist": gemist,
        "vaak_genoeg": vaak_genoeg,
        "wachtende_brieven": wachtend,
        "brief_klaar": bool(wachtend) and all(brief.document_id for brief in wachtend),
        "veilig": waarheen(contact.inwoner).let_op if contact.inwoner else "",
        "weigering_brief": wat_brief_weigert(contact, gemist) if vaak_genoeg else "",
        "andere_vragen": list(anderen.exclude(pk=contact.pk).order_by("geregistreerd_om", "pk")[:20]),
        "documenten": list(
            Document.objects.in_rij(request.lezer).filter(contactmoment=contact).order_by("gemaakt_om", "pk")
        ),
    }


def _bewijs(request, blad: Blad) -> str:
    return gevonden_bewijs(request, blad.zoekvelden, blad.resultaat) if blad.resultaat else ""


def _volgende(request, contact: Contactmoment, vandaag) -> Rij | None:
    """The first of the rest of the group that the reader came from; its name is written down as shown."""
    groep = next((g for g in groepen_voor(request.lezer) if g.naam == request.GET.get("groep")), None)
    if groep is None:
        return None
    eerste = groep.lijst(request.lezer, vandaag).exclude(pk=contact.pk).first()
    if eerste is None:
        return None
    rij = groep.rij(eerste)
    if rij.zaak:
        request.inzage.toon_zaak(rij.zaak, laag=Laag.PROCES)
    elif rij.inwoner_id:
        request.inzage.toon(inwoner=rij.inwoner_id)
    return rij


def _waarheen(request, pk, handeling: str) -> str:
    """Back to the contact, which names the next one; a colleague of the team has no list, and goes to his work."""
    groep = request.GET.get("groep", "")
    bekend = any(g.naam == groep for g in groepen_voor(request.lezer))
    if handeling in ("afhandelen", "niet_van_mij", "brief_weg") and not (
        bekend or request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)
    ):
        return reverse("toegang:mijn_werk")
    return reverse("toegang:contact", args=[pk]) + (f"?groep={groep}" if bekend else "")
