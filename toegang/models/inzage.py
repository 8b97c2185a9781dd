"""The read log (NEN 7513): append-only, partitioned by month, sealed each minute. No foreign keys: it outlives all."""

import pgtrigger
from django.db import models


class Inzage(models.Model):
    """Who looked at whom, when, in which layer, on which screen, on what ground. One row per person shown.

    The table is made in a migration (partitions, identity, transaction id); Django only reads it here.
    """

    id = models.BigAutoField(primary_key=True)
    om = models.DateTimeField()
    actor = models.BigIntegerField()
    wie = models.TextField()
    rollen = models.TextField()
    actie = models.TextField()
    uitkomst = models.TextField()
    inwoner = models.UUIDField(null=True)
    dossier = models.UUIDField(null=True)
    zaak = models.UUIDField(null=True)
    laag = models.TextField()
    scherm = models.TextField()
    grond = models.TextField()
    nood = models.BooleanField()
    vanaf = models.TextField()
    verzoek = models.UUIDField()

    class Gegevens:
        persoonlijk = {"actor", "wie", "inwoner", "dossier", "zaak", "vanaf", "grond"}
        overig = {"id", "om", "rollen", "actie", "uitkomst", "laag", "scherm", "nood", "verzoek"}

    class Meta:
        managed = False
        db_table = "toegang_inzage"


class Zegel(models.Model):
    """The seal over a minute of the read log; each holds the head of the one before."""

    id = models.BigAutoField(primary_key=True)
    om = models.DateTimeField()
    systeem = models.CharField(max_length=20)  # after a restore a new series begins
    na_id = models.BigIntegerField(default=0)  # the series holds the rows after this one
    tot_id = models.BigIntegerField(default=0)  # the highest row of this seal
    van_tx = models.BigIntegerField()
    tot_tx = models.BigIntegerField()
    aantal = models.PositiveIntegerField()
    vorige = models.BinaryField()
    hoofd = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["systeem", "van_tx"], name="zegel_een_per_begin")]
        triggers = [
            pgtrigger.Protect(name="nooit_anders", operation=pgtrigger.Update | pgtrigger.Delete),
        ]
