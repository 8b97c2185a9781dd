"""Files that a citizen sends: the papers we asked for, and the personal plan."""

import datetime

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_noop

from portaal import gebeurtenissen
from portaal.models import Verzoek
from portaal.nakijken import KanNiet, check_van_deze_persoon
from toegang.models import Actor, ContactSoort, DocumentSoort, Kanaal, Opschorting, PersoonlijkPlan, Zaak
from toegang.rechten import Rol
from toegang.regels import TERUGBELLEN_WERKDAGEN, werkdagen_later
from toegang.usecases import taken
from toegang.usecases.bestand_ontvangen import bestand_ontvangen
from toegang.usecases.contact_registreren import contact_registreren
from toegang.usecases.persoonlijk_plan_vastleggen import persoonlijk_plan_vastleggen


def papieren(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """Kept with the zaak; a colleague looks whether everything is there, and ends the suspension (Awb 4:5, 4:15)."""
    o = Opschorting.objects.filter(pk=verzoek.bron).select_related("termijn__zaak__dossier").first()
    if o is None:
        raise KanNiet(gettext_noop("Wij konden deze vraag om papieren niet vinden."))
    zaak = o.termijn.zaak
    check_van_deze_persoon(zaak, verzoek)
    _bestanden(verzoek, zaak, door=door, nu=nu)
    gebeurtenissen.papieren_ontvangen(zaak, door=door)
    _taak(
        zaak,
        "Er kwamen papieren binnen. Kijk of alles er is.",
        "toegang:termijnen",
        door=door,
        vandaag=vandaag,
    )
    return gettext_noop("Wij hebben uw papieren. Wij kijken of alles erbij zit.")


def persoonlijk_plan(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """The files of the plan are kept with the zaak, its text as a contact; it counts as received (2.3.2 lid 2)."""
    zaak = Zaak.objects.filter(pk=verzoek.bron).select_related("dossier").first()
    if zaak is None:
        raise KanNiet(gettext_noop("Wij konden deze vraag niet vinden."))
    check_van_deze_persoon(zaak, verzoek)
    _bestanden(verzoek, zaak, door=door, nu=nu)
    if tekst := str(verzoek.gegevens.get("tekst", "")):
        contact_registreren(
            door=door, vandaag=vandaag, nu=nu, kanaal=Kanaal.WEBSITE, soort=ContactSoort.BESTAAND,
            inwoner=verzoek.inwoner, vraag=f"Mijn eigen plan: {tekst}", antwoord=False,
        )  # fmt: skip
    persoonlijk_plan_vastleggen(zaak_id=zaak.pk, door=door, vandaag=vandaag, keuze=PersoonlijkPlan.ONTVANGEN)
    gebeurtenissen.plan_ontvangen(zaak, door=door)
    _taak(zaak, "De inwoner stuurde een eigen plan. Lees het voor het gesprek.", "toegang:documenten", door=door,
          vandaag=vandaag)  # fmt: skip
    return gettext_noop("Wij hebben uw plan. Wij lezen het voordat wij met u praten.")


def _bestanden(verzoek: Verzoek, zaak: Zaak, *, door: Actor, nu: datetime.datetime) -> None:
    """Each file as it came, and what was typed as a text file; refused ones are told in a sentence."""
    stukken = [SimpleUploadedFile(b.naam, bytes(b.inhoud)) for b in verzoek.bestanden.order_by("pk")]
    try:
        for stuk in stukken:
            bestand_ontvangen(bestand=stuk, door=door, nu=nu, soort=DocumentSoort.UPLOAD, zaak=zaak)
    except ValidationError as fout:
        raise KanNiet(" ".join(fout.messages)[:300]) from fout


def _taak(zaak: Zaak, zin: str, adres: str, *, door: Actor, vandaag: datetime.date) -> None:
    voor_wie: dict = {"medewerker": zaak.regisseur} if zaak.regisseur_id else {"rol": Rol.ADMINISTRATIE}
    taken.klaarzetten(
        f"portaal_{adres.rpartition(':')[2]}", zin, door=door, zaak=zaak, adres=adres, adres_pk=zaak.pk,
        uiterlijk=werkdagen_later(vandaag, TERUGBELLEN_WERKDAGEN), **voor_wie,
    )  # fmt: skip
