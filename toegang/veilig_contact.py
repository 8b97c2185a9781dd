"""Where a letter, an e-mail and a call may go: the one rule that every screen, letter, notice and export asks.

Somebody may read along, listen in or stand at the door. Pure: no query, no clock.
"""

from dataclasses import dataclass

from toegang.models.inwoner import Bereik, Inwoner, VeiligContact

OVERLEG = "Stuur niets zonder overleg met de inwoner."


@dataclass(frozen=True)
class Waarheen:
    """What is safe for this inwoner."""

    weigering: str = ""  # nothing is sent: the sentence that says why
    overleg: str = ""  # the part of it that the inwoner asked for
    regels: tuple[str, ...] = ()  # the address that was agreed; empty: the address where the inwoner lives
    e_mail: str = ""  # empty: no e-mail, no text message, no notice
    telefoon: str = ""
    wens: str = ""  # repeated wherever a number, an address or a button to send stands
    voorkeur: str = ""
    grote_letters: bool = False

    @property
    def post_mag(self) -> bool:
        return not self.weigering

    @property
    def let_op(self) -> str:
        """One line for beside a telephone number or a button to send; empty when all is well."""
        delen = (self.overleg, "Post naar een ander adres" if self.regels else "", self.wens)
        return ". ".join(deel.rstrip(".") for deel in delen if deel)


def waarheen(inwoner: Inwoner) -> Waarheen:
    """The wishes of this inwoner as they hold now; a letter asks again when it is made and when it is sent."""
    niets = inwoner.veilig_contact_post == VeiligContact.NIETS_STUREN
    ander = inwoner.veilig_contact_post == VeiligContact.ANDER_ADRES
    regels = (
        tuple(str(regel).strip() for regel in inwoner.veilig_adres if str(regel).strip()) if ander else ()
    )
    weigering = OVERLEG if niets else ""
    if ander and len(regels) < 2:
        weigering = (
            "De post moet naar een ander adres, en dat adres is nog niet bekend. Vraag het aan de inwoner."
        )
    overleg = weigering
    if inwoner.overleden_op:
        weigering = "Deze inwoner is overleden. Er gaat geen brief meer uit op deze naam."
    mag_mailen = not weigering and inwoner.bereik != Bereik.BRIEF
    return Waarheen(
        weigering=weigering,
        overleg=overleg,
        regels=regels,
        e_mail=inwoner.e_mail if mag_mailen else "",
        telefoon=inwoner.telefoon,
        wens=inwoner.veilig_contact,
        voorkeur=inwoner.get_bereik_display() if inwoner.bereik else "",
        grote_letters=inwoner.grote_letters,
    )
