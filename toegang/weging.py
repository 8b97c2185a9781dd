"""Step 4 of the meldcode: five questions in order, and what they point to (afwegingskader, since 1-1-2019). Pure.

The questions are those that the professions share; each profession has its own explanation, which is not held here.
They advise: who works with the household decides (step 5).
"""

from dataclasses import dataclass

ONVEILIG = ("acuut", "structureel")
VRAGEN: dict[str, str] = {
    "weeg_vermoeden": "1 Vermoedt u na stap 1 tot en met 3 huiselijk geweld of kindermishandeling?",
    "weeg_onveilig": "2 Is er acute of structurele onveiligheid?",
    "weeg_hulp_mogelijk": "3 Kunt u hulp geven of regelen die het geweld afwendt?",
    "weeg_hulp_aanvaard": "4 Aanvaarden de betrokkenen die hulp, en zetten zij zich ervoor in?",
    "weeg_hulp_werkt": "5 Brengt die hulp binnen de afgesproken tijd veiligheid of herstel?",
}
AFSLUITEN = "De weging wijst naar: geen vermoeden meer. Leg dat vast in stap 5."
MELDEN = "De weging wijst naar: melden bij Veilig Thuis."
SAMEN = (
    "De weging wijst naar: nu melden bij Veilig Thuis. Bekijk vraag 3 tot en met 5 samen met Veilig Thuis."
)
HULP = "De weging wijst naar: zelf hulp geven of regelen. Blijf volgen of het veilig wordt."


@dataclass(frozen=True)
class Weging:
    """The answers; None or '': not answered."""

    weeg_vermoeden: bool | None = None
    weeg_onveilig: str = ""
    weeg_hulp_mogelijk: bool | None = None
    weeg_hulp_aanvaard: bool | None = None
    weeg_hulp_werkt: bool | None = None

    @property
    def volgende(self) -> str:
        """The first question that is on turn and not answered; '' when the weighing is complete."""
        if self.weeg_vermoeden is None:
            return "weeg_vermoeden"
        if not self.weeg_vermoeden:
            return ""
        if not self.weeg_onveilig:
            return "weeg_onveilig"
        if self.weeg_onveilig in ONVEILIG:
            return ""  # the other three together with Veilig Thuis
        for vraag in ("weeg_hulp_mogelijk", "weeg_hulp_aanvaard", "weeg_hulp_werkt"):
            antwoord = getattr(self, vraag)
            if antwoord is None:
                return vraag
            if not antwoord:
                return ""
        return ""

    @property
    def advies(self) -> str:
        """What it points to, in a sentence; '' while a question is open."""
        if self.volgende:
            return ""
        if not self.weeg_vermoeden:
            return AFSLUITEN
        if self.weeg_onveilig in ONVEILIG:
            return SAMEN
        hulp = (self.weeg_hulp_mogelijk, self.weeg_hulp_aanvaard, self.weeg_hulp_werkt)
        return HULP if all(hulp) else MELDEN

    @property
    def wijst_naar_melden(self) -> bool:
        """A decision without a report then goes against it: it needs its reason in words."""
        return self.advies in (MELDEN, SAMEN)
