from django.apps import AppConfig


class WijkteamsConfig(AppConfig):
    name = "wijkteams"
    verbose_name = "Wijkteams: het gesprek en het plan"
