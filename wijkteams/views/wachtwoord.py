"""The page behind the link of the beheerder: the colleague chooses a password; allauth guards the link."""

from allauth.account.views import PasswordResetFromKeyView
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils import timezone

from wijkteams.usecases.wachtwoord_kiezen import LinkVerlopen
from wijkteams.usecases.wachtwoord_kiezen import wachtwoord_kiezen as kiezen


class WachtwoordKiezen(PasswordResetFromKeyView):
    """The link opens the page as often as it is opened; it is used up when a password is kept."""

    success_url = reverse_lazy("account_login")

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        if self.reset_user is not None:
            context |= {"wie": self.reset_user.volledige_naam, "gebruikersnaam": self.reset_user.username}
        return context

    def form_valid(self, form):
        try:
            kiezen(
                wachtwoord=form.cleaned_data["password1"], token=self.key, door=self.reset_user.actor,
                nu=timezone.now(),
            )  # fmt: skip
        except LinkVerlopen:  # another tab was first
            return self.render_to_response(self.get_context_data(token_fail=True))
        messages.success(
            self.request, "Uw wachtwoord is bewaard. Log nu in met uw gebruikersnaam en wachtwoord."
        )
        return redirect(self.success_url)


wachtwoord_kiezen = WachtwoordKiezen.as_view()
