from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ToegangConfig(AppConfig):
    name = "toegang"
    verbose_name = "Toegang: de voordeur"

    def ready(self):
        from toegang.logboek import logboek_instellen
        from toegang.na_migratie import groepen_en_rechten

        logboek_instellen()
        post_migrate.connect(groepen_en_rechten, sender=self)
