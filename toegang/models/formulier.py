"""Forms that survive a double click, a lost line and a session that ends."""

from django.db import models


class Formuliersleutel(models.Model):
    """The one-time key of a form with the answer that was given: 20 equal POSTs are one act, one answer."""

    sleutel = models.UUIDField(primary_key=True)
    actor = models.ForeignKey("toegang.Actor", models.CASCADE, related_name="+")
    antwoord = models.CharField(max_length=300, blank=True, default="")
    om = models.DateTimeField(auto_now_add=True)


class Concept(models.Model):
    """What someone typed and has not yet saved: one row per form and person, no history.

    `sleutel` is the random name that the device gave to this text: what is sent twice is received once, and a
    device says on which text it built.
    """

    id = models.BigAutoField(primary_key=True)
    actor = models.ForeignKey("toegang.Actor", models.CASCADE, related_name="+")
    formulier = models.CharField(max_length=200)  # `toegang.concept.formuliernaam`
    gegevens = models.JSONField()
    om = models.DateTimeField(auto_now=True)
    sleutel = models.UUIDField(null=True, blank=True, unique=True)
    versie = models.PositiveIntegerField(default=1)  # how often a text was received

    class Gegevens:
        persoonlijk = {"gegevens", "formulier"}
        overig = {"id", "actor", "om", "sleutel", "versie"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["actor", "formulier"], name="concept_een_per_formulier")
        ]
