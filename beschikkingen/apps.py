from django.apps import AppConfig


class BeschikkingenConfig(AppConfig):
    name = "beschikkingen"
    verbose_name = "Beschikkingen: het besluit en de brief"
