"""What is released to the citizen: one database view each (portaal/sql), of one person at a time.

The portal's role can read nothing else, and every view gives only the rows of the inwoner for whom the page is made
(`portaal.burger.namens`): a query that forgets to ask whose it is gives no other person's row.
"""

import datetime
import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class VrijgegevenQuerySet(models.QuerySet):
    def voor(self, burger):
        """Of the one for whom this citizen looks; the view itself gives no other."""
        return self.filter(inwoner=burger.voor)


class Vrijgegeven(models.Model):
    """A row of a view; `inwoner` says whose."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    inwoner = models.UUIDField()

    objects = VrijgegevenQuerySet.as_manager()

    class Meta:
        abstract = True
        managed = False


class PersoonQuerySet(models.QuerySet):
    def voor(self, burger):
        """The one for whom this citizen looks."""
        return self.filter(pk=burger.voor)


class Persoon(models.Model):
    """Who signed in, and for whom he looks."""

    id = models.UUIDField(primary_key=True)
    voornamen = models.TextField()
    voorletters = models.TextField()
    voorvoegsel = models.TextField()
    geslachtsnaam = models.TextField()
    adellijke_titel = models.TextField()
    naamgebruik = models.TextField()
    partner_voorvoegsel = models.TextField()
    partner_geslachtsnaam = models.TextField()
    partner_titel = models.TextField()
    partner_geslacht = models.TextField()
    heeft_partner = models.BooleanField()
    geslacht = models.TextField()
    geboren = models.TextField()
    straat = models.TextField()
    huisnummer = models.IntegerField(null=True)
    huisletter = models.TextField()
    toevoeging = models.TextField()
    postcode = models.TextField()
    woonplaats = models.TextField()
    telefoon = models.TextField()
    e_mail = models.TextField()
    bezorging = models.TextField()
    tolk = models.TextField()
    grote_letters = models.BooleanField()

    objects = PersoonQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "portaal_persoon"


class Vertegenwoordiging(models.Model):
    """For whom the person who signed in may look or act, with what the proof says."""

    id = models.UUIDField(primary_key=True)
    vertegenwoordiger = models.UUIDField()  # the person who signed in
    inwoner = models.UUIDField()  # for whom
    soort = models.TextField()
    mag = ArrayField(models.TextField())
    geboren = models.TextField()  # of the inwoner: what a parent may depends on the age
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "portaal_vertegenwoordiging"


class Vraag(Vrijgegeven):
    """A question (a zaak) and how far it is."""

    onderwerp = models.TextField()
    soort = models.TextField()
    wet = models.TextField()
    status = models.TextField()
    afsluitreden = models.TextField()
    gemeld_op = models.DateField()
    afgesloten_op = models.DateField(null=True)
    kanaal = models.TextField()
    team = models.TextField()
    contactpersoon = models.TextField()
    onderzoek_uiterlijk_op = models.DateField(null=True)
    besluit_uiterlijk_op = models.DateField(null=True)
    stil_tot_op = models.DateField(null=True)  # the clock stands still while we wait for papers
    plan_gevraagd = models.BooleanField()
    plan_tot_op = models.DateField(null=True)
    bezoek_op = models.DateField(null=True)
    verslag_verstuurd_op = models.DateField(null=True)
    verslag_ondertekend_op = models.DateField(null=True)
    aanvraag_op = models.DateField(null=True)
    besluit_op = models.DateField(null=True)
    hulp_vanaf_op = models.DateField(null=True)

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_vraag"


class Afspraak(Vrijgegeven):
    """An appointment at home."""

    vraag = models.UUIDField()
    versie = models.IntegerField()
    om = models.DateTimeField()
    duur_minuten = models.IntegerField()
    plaats = models.TextField()
    status = models.TextField()
    wie = models.TextField()

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_afspraak"


class Verslag(Vrijgegeven):
    """The written result of the talk, as it was sent."""

    vraag = models.UUIDField()
    versie = models.IntegerField()
    nummer = models.IntegerField()
    delen = models.JSONField()
    status = models.TextField()
    opmerkingen = models.TextField()
    verstuurd_op = models.DateField(null=True)
    ondertekend_op = models.DateField(null=True)

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_verslag"


class Doel(Vrijgegeven):
    """A goal of the plan, of which at least one part was put before the citizen."""

    vraag = models.UUIDField()
    deel = models.UUIDField()
    leefgebied = models.TextField()
    ik_wil = models.TextField()
    uiterlijk_op = models.DateField()
    vastgesteld_op = models.DateField(null=True)
    evaluatie_op = models.DateField(null=True)

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_doel"


class Actieregel(Vrijgegeven):
    """Who does what for a goal."""

    doel = models.UUIDField()
    soort = models.TextField()
    omschrijving = models.TextField()
    wie = models.TextField()
    uiterlijk_op = models.DateField(null=True)

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_actie"


INWONER = "inwoner"  # the party that the plan is about (wijkteams.usecases.plan_opstellen)


class Deelnemer(Vrijgegeven):
    """A party to the plan, and whether it agreed."""

    deel = models.UUIDField()
    naam = models.TextField()
    rol = models.TextField()
    versie = models.IntegerField()
    akkoord_op = models.DateField(null=True)

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_deelnemer"


class Hulp(Vrijgegeven):
    """Help that was granted by a decision that was sent."""

    vraag = models.UUIDField()
    product = models.TextField()
    vorm = models.TextField()
    aanbieder = models.TextField()
    volume = models.DecimalField(max_digits=8, decimal_places=1)
    eenheid = models.TextField()
    frequentie = models.TextField()
    vanaf_op = models.DateField()
    tot_op = models.DateField()
    beeindigd_op = models.DateField(null=True)
    status = models.TextField()

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_hulp"


class Brief(Vrijgegeven):
    """A letter that was sent to this person; its file is read from the storage of letters."""

    vraag = models.UUIDField()
    soort = models.TextField()
    onderwerp = models.TextField()
    verzonden_op = models.DateField()
    bestand = models.TextField()
    sha256 = models.TextField()
    grootte = models.IntegerField()
    bezwaar_tot = models.DateField(null=True)  # only of a decision
    uitkomst = models.TextField()

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_brief"

    def bezwaar_kan(self, vandaag: datetime.date) -> bool:
        """The last day has not passed (Awb 6:7)."""
        return self.bezwaar_tot is not None and vandaag <= self.bezwaar_tot


class Uitvraag(Vrijgegeven):
    """Papers that we asked for, and until when (Awb 4:5)."""

    vraag = models.UUIDField()
    wat = models.TextField()
    uiterlijk_op = models.DateField(null=True)

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_uitvraag"


class Inzageregel(models.Model):
    """Somebody of the desk looked: the role and team, not the name."""

    id = models.BigIntegerField(primary_key=True)
    inwoner = models.UUIDField()
    vraag = models.UUIDField(null=True)
    om = models.DateTimeField()
    rollen = models.TextField()
    team = models.TextField()
    scherm = models.TextField()
    actie = models.TextField()
    grond = models.TextField()
    nood = models.BooleanField()
    verzoek = models.UUIDField()

    objects = VrijgegevenQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "portaal_inzage"


class Gevraagd(Vrijgegeven):
    """A request of this inwoner, and what became of it."""

    soort = models.TextField()
    bron_id = models.UUIDField(null=True)
    status = models.TextField()
    gevraagd_om = models.DateTimeField()
    gedaan_om = models.DateTimeField(null=True)
    antwoord = models.TextField()
    door = models.BigIntegerField()

    class Meta(Vrijgegeven.Meta):
        db_table = "portaal_gevraagd"
