from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class PortaalConfig(AppConfig):
    name = "portaal"
    verbose_name = "Portaal: het eigen dossier van de inwoner"

    def ready(self):
        from portaal.onderdeel import ONDERDEEL
        from portaal.weergaven import aanleggen, weghalen
        from toegang import onderdelen

        onderdelen.registreer(ONDERDEEL)
        pre_migrate.connect(weghalen, sender=self)
        post_migrate.connect(aanleggen, sender=self)
