"""The link by which a colleague chooses a password: the first one, or because it was forgotten."""

import datetime

from django.db import transaction

from toegang.models import Actor
from toegang.nudge import nudge_na_commit
from wijkteams.inloglink import kan_per_e_mail
from wijkteams.models import Collegabericht, Dienstverband
from wijkteams.usecases.dienstverband_ophalen import dienstverband_vergrendelen

Soort = Collegabericht.Soort


@transaction.atomic
def inloglink_maken(
    *,
    dienstverband_id,
    per_e_mail: bool,
    reden: str,
    door: Actor,
    nu: datetime.datetime,
    versie: int | None = None,
) -> Dienstverband:
    """An older link ends; the password that she has works until she chooses another. By e-mail, or by hand."""
    dienst = dienstverband_vergrendelen(dienstverband_id, door=door, versie=versie)
    eerste = not dienst.medewerker.has_usable_password()
    return link_geven(
        dienst, Soort.WELKOM if eerste else Soort.LINK, per_e_mail=per_e_mail, waarom=reden, door=door, nu=nu
    )


def link_geven(
    dienst: Dienstverband, soort: str, *, per_e_mail: bool, waarom: str, door: Actor, nu: datetime.datetime
) -> Dienstverband:
    """From now on only a link of this moment works. Given by hand, an e-mail still tells her that it was made."""
    mens = dienst.medewerker
    per_e_mail = per_e_mail and kan_per_e_mail(mens)
    dienst.link_om = nu
    hoe = f"gaat per e-mail naar {mens.email}" if per_e_mail else "op het scherm, om zelf te geven"
    dienst.noteren(f"Link om een wachtwoord te kiezen: {hoe}", door=door, waarom=waarom)
    bericht_vragen(dienst, soort, met_link=per_e_mail, door=door, nu=nu)
    return dienst


def bericht_vragen(
    dienst: Dienstverband, soort: str, *, met_link: bool, door: Actor, nu: datetime.datetime
) -> None:
    """A row for the worker, when there is an address to write to."""
    if kan_per_e_mail(dienst.medewerker):
        Collegabericht(dienstverband=dienst, soort=soort, met_link=met_link, gevraagd_om=nu).bewaren(
            door=door, reden="e-mail gevraagd"
        )
        nudge_na_commit("wijkteams.tasks.collegaberichten")
