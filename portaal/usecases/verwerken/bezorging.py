"""Where letters count: the choice of the inwoner himself, recorded; with safe contact a colleague calls first."""

import datetime

from django.utils.translation import gettext_noop

from portaal.models import Verzoek
from portaal.nakijken import KanNiet
from portaal.usecases.verwerken.contacten import contact_van
from toegang.models import Actor, ActorSoort, Bezorging, ContactSoort
from toegang.usecases.bezorging_kiezen import bezorging_kiezen
from toegang.veilig_contact import waarheen

WIJZEN = {"papier": Bezorging.PAPIER, "mijn_hulp": Bezorging.MIJN_HULP}  # as the form sends it
WIJ_BELLEN = gettext_noop("Wij bespreken dit eerst met u. Tot dan verandert er niets.")
OP_PAPIER = gettext_noop("U krijgt onze brieven op papier.")
IN_MIJN_HULP = gettext_noop(
    "U krijgt een e-mail als er een brief voor u klaarstaat. De brief telt vanaf dan."
)


def kiezen(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """Nobody chooses this for another: the e-mail goes to the inwoner.

    Whoever reads along must not be able to turn the post away: where something was agreed, nothing changes by this.
    """
    if verzoek.door.soort != ActorSoort.INWONER:
        raise KanNiet(gettext_noop("Hoe brieven komen, kiest alleen de inwoner zelf."))
    wijze = WIJZEN.get(str(verzoek.gegevens.get("wijze", "")))
    if wijze is None:
        raise KanNiet(gettext_noop("Kies hoe u uw brieven wilt krijgen."))
    if waarheen(verzoek.inwoner).let_op:
        contact_van(verzoek, ContactSoort.VRAAG, door=door, vandaag=vandaag, nu=nu, tekst=str(wijze.label))
        return WIJ_BELLEN
    bezorging_kiezen(
        inwoner_id=verzoek.inwoner_id, door=door, vandaag=vandaag, wijze=wijze,
        e_mail=str(verzoek.gegevens.get("e_mail", "")),
    )  # fmt: skip
    return IN_MIJN_HULP if wijze == Bezorging.MIJN_HULP else OP_PAPIER
