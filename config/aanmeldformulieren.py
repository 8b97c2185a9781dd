"""The forms of allauth with our sentences ("Vul de gebruikersnaam in") and hints."""

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.totp import forms as totp

from toegang.formulier import FormulierZinnen
from wijkteams.herstelcodes import lees_herstelcode
from wijkteams.inloglink import INLOGLINK
from wijkteams.usecases.herstelcode_gebruiken import herstelcode_gebruiken

CODE = "Zes cijfers uit uw app, of een herstelcode"


class Inloggen(FormulierZinnen, account.LoginForm):
    """Name and password."""

    vragen = {"login": "Vul uw gebruikersnaam in", "password": "Vul uw wachtwoord in"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class OpnieuwInloggen(FormulierZinnen, account.ReauthenticateForm):
    """The password once more, before something important."""

    vragen = {"password": "Vul uw wachtwoord in"}


class WachtwoordWijzigen(FormulierZinnen, account.ChangePasswordForm):
    """Old password, and the new one twice."""

    vragen = {
        "oldpassword": "Vul uw huidige wachtwoord in",
        "password1": "Vul een nieuw wachtwoord in",
        "password2": "Vul het nieuwe wachtwoord nog een keer in",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = "Huidig wachtwoord"
        self.fields["password1"].label = "Nieuw wachtwoord"
        self.fields["password1"].help_text = "Minstens 12 tekens. Een zin van een paar woorden is goed"
        self.fields["password2"].label = "Nieuw wachtwoord, nog een keer"


class WachtwoordKiezen(FormulierZinnen, account.ResetPasswordKeyForm):
    """The first password, or a new one, by the link of the beheerder."""

    vragen = {
        "password1": "Vul een wachtwoord in",
        "password2": "Vul het wachtwoord nog een keer in",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = "Nieuw wachtwoord"
        self.fields["password1"].help_text = "Minstens 12 tekens. Een zin van een paar woorden is goed"
        self.fields["password2"].label = "Nieuw wachtwoord, nog een keer"


class Linkcontrole(account.UserTokenForm):
    """Whose link it is, and whether it works."""

    token_generator = INLOGLINK


class MetCode(FormulierZinnen):
    """A field for the code of the second factor."""

    vragen = {"code": "Vul de code in"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        veld = self.fields["code"]
        veld.label = "Code"
        veld.help_text = CODE
        veld.widget.attrs |= {"class": "tg-smal", "inputmode": "text"}


class MetHerstelcode(MetCode):
    """The code of the app, or one of our own recovery codes: the same limit, the same refusal."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"class": "", "autocapitalize": "characters"}

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if not lees_herstelcode(code):
            return super().clean_code()
        vrij = check_rate_limit(self.user)
        rij = herstelcode_gebruiken(getypt=code, door=self.user.actor)
        if rij is None:
            raise get_adapter().validation_error("incorrect_code")
        vrij()
        rij.user = self.user
        self.authenticator = rij
        return code


class TweedeFactor(MetHerstelcode, mfa.AuthenticateForm):
    """After the password."""


class OpnieuwTweedeFactor(MetHerstelcode, mfa.ReauthenticateForm):
    """The code once more, before something important."""


class AppKoppelen(MetCode, totp.ActivateTOTPForm):
    """The first code of a new app."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "De zes cijfers die de app nu laat zien"
        self.fields["code"].widget.attrs["inputmode"] = "numeric"
