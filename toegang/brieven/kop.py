"""The head of a letter from its job row: sender, window, contact person, date."""

from django.conf import settings

from toegang.brieven.basis import Adresblok, Afzender, Briefkop
from toegang.models import Brief


def kop_voor(brief: Brief) -> Briefkop:
    """From the setting GEMEENTE, the addressee on the row and the regisseur.

    `dataclasses.replace` adds `besloten_op`.
    """
    gemeente, regisseur = settings.GEMEENTE, brief.zaak.regisseur
    naam = brief.zaak.dossier.inwoner.naam
    in_venster = any(naam.aanschrijving() in regel for regel in (brief.aan_naam, *brief.aan_adres))
    return Briefkop(
        afzender=Afzender.van_gemeente(gemeente),
        adres=Adresblok((brief.aan_naam, *brief.aan_adres)),
        kenmerk=brief.zaak.kenmerk,
        contactpersoon=regisseur.volledige_naam if regisseur else f"Gemeente {gemeente['naam']}",
        contact_telefoon=(regisseur.telefoon if regisseur else "") or gemeente["telefoon"],
        verzonden_op=brief.verzenddatum,
        grote_letters=brief.zaak.dossier.inwoner.grote_letters,
        venster=gemeente["venster"],
        over="" if in_venster else naam.weergave(),
    )


def aanhef_voor(brief: Brief) -> str:
    """The salutation: of the inwoner by the rules of the BRP, or neutral for a representative."""
    naam = brief.zaak.dossier.inwoner.naam
    return naam.aanhef() if brief.aan_naam == naam.aanschrijving() else "Geachte heer of mevrouw"
