"""The people: inwoner, family relations, household, representative."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from toegang import bsn as bsn_
from toegang import naamsleutels
from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.namen import Naam, sorteernaam, zoeknaam
from toegang.onvolledige_datum import OnvolledigeDatum


class Kanaal(models.TextChoices):
    """How someone reaches us, and how we reach them."""

    TELEFOON = "telefoon", "Telefoon"
    BALIE = "balie", "Balie"
    E_MAIL = "e_mail", "E-mail"
    BRIEF = "brief", "Brief"
    WEBSITE = "website", "Website"
    HUISARTS = "huisarts", "Huisarts"
    VINDPLAATS = "vindplaats", "School of andere vindplaats"
    ANDER_LOKET = "ander_loket", "Ander loket"


class Bereik(models.TextChoices):
    BELLEN = "bellen", "Bellen"
    E_MAIL = "e_mail", "E-mail"
    BRIEF = "brief", "Alleen per brief"


class VeiligContact(models.TextChoices):
    """What happens with a letter, notice or e-mail when contact at the usual address is not safe."""

    GEWOON = "", "Gewoon adres"
    ANDER_ADRES = "ander_adres", "Post naar een ander adres"
    NIETS_STUREN = "niets_sturen", "Niets sturen zonder overleg"


class Bezorging(models.TextChoices):
    """Where a letter counts: on paper, unless the inwoner chose otherwise (Awb art. 2:8)."""

    PAPIER = "", "Op papier"
    MIJN_HULP = "mijn_hulp", "In Mijn hulp, met een e-mail als er iets klaarstaat"


class InwonerQuerySet(HistorieQuerySet):
    def met_bsn(self, bsn: str):
        """The one person with this BSN, by its blind index."""
        return self.filter(bsn_index=bsn_.blinde_index(bsn))

    def huidige(self):
        """Without the rows of double persons that were joined to another."""
        return self.filter(samengevoegd_met=None)

    def ingeschreven(self):
        """Alive and not emigrated."""
        return self.filter(overleden_op="", vertrokken_op="")


class Inwoner(MetHistorie):
    """A citizen. The BSN is stored encrypted with a keyed blind index (Wmo 2015 art. 5.2.9)."""

    class Geslacht(models.TextChoices):
        MAN = "M", "Man"
        VROUW = "V", "Vrouw"
        ONBEKEND = "O", "Onbekend"

    class Naamgebruik(models.TextChoices):
        EIGEN = "E", "Eigen naam"
        PARTNER = "P", "Naam van de partner"
        PARTNER_EIGEN = "V", "Naam van de partner, dan eigen naam"
        EIGEN_PARTNER = "N", "Eigen naam, dan naam van de partner"

    bsn_versleuteld = models.BinaryField(null=True, blank=True)
    bsn_index = models.BinaryField(null=True, blank=True, max_length=32)
    a_nummer_versleuteld = models.BinaryField(null=True, blank=True)
    voornamen = models.CharField(max_length=200, blank=True, default="")
    voorletters = models.CharField(max_length=200, blank=True, default="")
    voorvoegsel = models.CharField(max_length=20, blank=True, default="")
    geslachtsnaam = models.CharField(max_length=200)
    adellijke_titel = models.CharField(max_length=2, blank=True, default="")
    naamgebruik = models.CharField(max_length=1, choices=Naamgebruik, default=Naamgebruik.EIGEN)
    partner_voorvoegsel = models.CharField(max_length=20, blank=True, default="")
    partner_geslachtsnaam = models.CharField(max_length=200, blank=True, default="")
    partner_titel = models.CharField(max_length=2, blank=True, default="")
    partner_geslacht = models.CharField(max_length=1, blank=True, default="")
    heeft_partner = models.BooleanField(default=False)
    geslacht = models.CharField(max_length=1, choices=Geslacht, default=Geslacht.ONBEKEND)
    geboren = models.CharField(max_length=8, default="00000000")  # jjjjmmdd, zeros where unknown
    overleden_op = models.CharField(max_length=8, blank=True, default="")
    vertrokken_op = models.CharField(max_length=8, blank=True, default="")
    vertrokken_naar = models.CharField(max_length=4, blank=True, default="")  # BRP land code
    geheim = models.PositiveSmallIntegerField(default=0)  # BRP 07.70.10: 0 none, 1-7
    opschorting = models.CharField(max_length=1, blank=True, default="")  # BRP 07.67.20
    onder_curatele = models.BooleanField(default=False)
    gezag = models.CharField(max_length=2, blank=True, default="")  # BRP 11.32.10

    straat = models.CharField(max_length=100, blank=True, default="")
    huisnummer = models.PositiveIntegerField(null=True, blank=True)
    huisletter = models.CharField(max_length=1, blank=True, default="")
    toevoeging = models.CharField(max_length=6, blank=True, default="")
    postcode = models.CharField(max_length=6, blank=True, default="")  # 5921AB
    woonplaats = models.CharField(max_length=80, blank=True, default="")
    locatie = models.CharField(max_length=100, blank=True, default="")
    adresfunctie = models.CharField(max_length=1, blank=True, default="")
    adres_sinds = models.CharField(max_length=8, blank=True, default="")
    adres_in_onderzoek = models.BooleanField(default=False)
    gemeente_code = models.CharField(max_length=4, blank=True, default="")
    verblijfplaats_id = models.CharField(max_length=16, blank=True, default="")

    telefoon = models.CharField(max_length=20, blank=True, default="")
    e_mail = models.EmailField(blank=True, default="")
    bereik = models.CharField(max_length=10, choices=Bereik, blank=True, default="")
    bezorging = models.CharField(max_length=10, choices=Bezorging, blank=True, default=Bezorging.PAPIER)
    bezorging_gekozen_op = models.DateField(null=True, blank=True)
    veilig_contact = models.CharField(max_length=200, blank=True, default="")
    veilig_contact_post = models.CharField(
        max_length=15, choices=VeiligContact, blank=True, default=VeiligContact.GEWOON
    )
    veilig_adres = models.JSONField(default=list, blank=True)  # the lines below the name, for ander_adres
    let_op_bij_bezoek = models.CharField(max_length=200, blank=True, default="")
    let_op_reden = models.TextField(blank=True, default="")  # L3
    tolk = models.CharField(max_length=60, blank=True, default="")
    slechthorend = models.BooleanField(default=False)
    grote_letters = models.BooleanField(default=False)

    samengevoegd_met = models.ForeignKey(  # a double person: everything moved to that one
        "self", models.PROTECT, null=True, blank=True, related_name="samengevoegde"
    )
    zoeknaam = models.CharField(max_length=500, editable=False)
    sorteernaam = models.CharField(max_length=450, editable=False)
    bron = models.CharField(max_length=10, default="desk")  # desk, brp
    brp_hash = models.CharField(max_length=64, blank=True, default="")

    objects = InwonerQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "bsn_versleuteld", "bsn_index", "a_nummer_versleuteld", "voornamen", "voorletters", "voorvoegsel",
            "geslachtsnaam", "adellijke_titel", "naamgebruik", "partner_voorvoegsel", "partner_geslachtsnaam",
            "partner_titel", "partner_geslacht", "heeft_partner", "geslacht", "geboren", "overleden_op",
            "vertrokken_op", "vertrokken_naar", "geheim", "opschorting",
            "onder_curatele", "gezag", "straat", "huisnummer", "huisletter", "toevoeging", "postcode",
            "woonplaats", "locatie", "adresfunctie", "adres_sinds", "adres_in_onderzoek", "gemeente_code",
            "verblijfplaats_id", "telefoon", "e_mail", "bereik", "bezorging", "bezorging_gekozen_op",
            "veilig_contact", "veilig_contact_post",
            "veilig_adres", "samengevoegd_met", "let_op_bij_bezoek",
            "let_op_reden", "tolk", "slechthorend", "grote_letters", "zoeknaam", "sorteernaam", "brp_hash",
        }  # fmt: skip
        overig = {"id", "versie", "bron"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bsn_index"], name="inwoner_een_per_bsn"),
            models.CheckConstraint(
                name="inwoner_bezorging_gekozen",
                condition=Q(bezorging="") | Q(bezorging_gekozen_op__isnull=False),
            ),
            models.CheckConstraint(
                name="inwoner_bsn_met_index",
                condition=Q(bsn_versleuteld=None, bsn_index=None)
                | Q(bsn_versleuteld__isnull=False, bsn_index__isnull=False),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("zoeknaam"), name="gin_trgm_ops"), name="inwoner_zoeknaam_trgm"),
            naamsleutels.INDEX,
            models.Index(fields=["telefoon"], name="inwoner_telefoon", condition=~Q(telefoon="")),
            models.Index(fields=["geboren"], name="inwoner_geboren"),
            models.Index(fields=["postcode", "huisnummer"], name="inwoner_adres"),
            models.Index(fields=["sorteernaam", "id"], name="inwoner_sorteernaam"),
        ]

    def __str__(self):
        return self.naam.weergave()

    def afleiden(self) -> None:
        """The search and sort names follow the name, by one function each."""
        self.zoeknaam = zoeknaam(
            self.voornamen, self.voorvoegsel, self.geslachtsnaam,
            self.partner_voorvoegsel, self.partner_geslachtsnaam,
        )  # fmt: skip
        self.sorteernaam = sorteernaam(self.geslachtsnaam, self.voorvoegsel, self.voorletters)

    @property
    def bsn(self) -> str:
        """The BSN in plain, decrypted; empty when unknown. Show it only through a logged act."""
        return bsn_.ontsleutel(bytes(self.bsn_versleuteld)) if self.bsn_versleuteld else ""

    @bsn.setter
    def bsn(self, waarde: str):
        self.bsn_versleuteld = bsn_.versleutel(waarde) if waarde else None
        self.bsn_index = bsn_.blinde_index(waarde) if waarde else None

    @property
    def naam(self) -> Naam:
        """The name by the rules of the BRP (naamgebruik, titel, aanhef)."""
        return Naam(
            voornamen=self.voornamen, voorletters=self.voorletters, voorvoegsel=self.voorvoegsel,
            geslachtsnaam=self.geslachtsnaam, partner_voorvoegsel=self.partner_voorvoegsel,
            partner_geslachtsnaam=self.partner_geslachtsnaam, naamgebruik=self.naamgebruik,
            adellijke_titel=self.adellijke_titel, geslacht=self.geslacht, partner_titel=self.partner_titel,
            partner_geslacht=self.partner_geslacht, heeft_partner=self.heeft_partner,
        )  # fmt: skip

    @property
    def geboortedatum(self) -> OnvolledigeDatum:
        """The birth date with its unknown parts."""
        return OnvolledigeDatum.lees(self.geboren)

    @property
    def adresregel(self) -> str:
        """Street and number on one line, or the described location."""
        if not self.straat:
            return self.locatie
        streepje = "-" if self.toevoeging else ""
        return f"{self.straat} {self.huisnummer or ''}{self.huisletter}{streepje}{self.toevoeging}".strip()


class RelatieSoort(models.TextChoices):
    OUDER = "ouder", "Ouder"
    PARTNER = "partner", "Partner"
    KIND = "kind", "Kind"
    MANTELZORGER = "mantelzorger", "Mantelzorger"
    HUISGENOOT = "huisgenoot", "Huisgenoot"
    FAMILIE = "familie", "Andere familie"
    BEKENDE = "bekende", "Vriend, buur of bekende"
    HULPVERLENER = "hulpverlener", "Huisarts of andere hulpverlener"


class Relatie(MetHistorie):
    """Someone around an inwoner: family as the BRP holds it, or whom the desk wrote down; may be unknown here."""

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="relaties")
    soort = models.CharField(max_length=15, choices=RelatieSoort)
    verwant = models.ForeignKey(Inwoner, models.PROTECT, null=True, blank=True, related_name="+")
    verwant_bsn_index = models.BinaryField(null=True, blank=True, max_length=32)
    naam = models.CharField(max_length=300, blank=True, default="")
    geboren = models.CharField(max_length=8, default="00000000")
    begonnen_op = models.CharField(max_length=8, blank=True, default="")
    geeindigd_op = models.CharField(max_length=8, blank=True, default="")
    telefoon = models.CharField(max_length=20, blank=True, default="")
    opmerking = models.CharField(max_length=200, blank=True, default="")
    bron = models.CharField(max_length=10, default="brp")  # desk, brp

    class Gegevens:
        persoonlijk = {
            "inwoner", "soort", "verwant", "verwant_bsn_index", "naam", "geboren", "begonnen_op", "geeindigd_op",
            "telefoon", "opmerking",
        }  # fmt: skip
        overig = {"id", "versie", "bron"}


class Huishouden(MetHistorie):
    """People who live together; it opens nothing by itself: nobody reads one member through another."""

    adressleutel = models.CharField(max_length=120, db_index=True)

    class Gegevens:
        persoonlijk = {"adressleutel"}
        overig = {"id", "versie"}


class Huishoudlid(MetHistorie):
    """One person's time in a household; what the desk wrote down (`bron`) the BRP leaves as it is."""

    huishouden = models.ForeignKey(Huishouden, models.PROTECT, related_name="leden")
    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="huishoudens")
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=10, default="brp")  # desk, brp

    class Gegevens:
        persoonlijk = {"huishouden", "inwoner", "vanaf_op", "tot_op"}
        overig = {"id", "versie", "bron"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inwoner"], condition=Q(tot_op=None), name="huishoudlid_een_huishouden_nu"
            ),
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="huishoudlid_volgorde"
            ),
        ]


class Vertegenwoordiger(MetHistorie):
    """Who may act for an inwoner (Wmo 2015 art. 1.1.1 lid 2), with proof and period."""

    class Soort(models.TextChoices):
        CURATOR = "curator", "Curator"
        MENTOR = "mentor", "Mentor"
        GEMACHTIGDE = "gemachtigde", "Gemachtigde"
        OUDER = "ouder", "Ouder met gezag"
        BEWINDVOERDER = "bewindvoerder", "Bewindvoerder (alleen geld)"

    class Mag(models.TextChoices):
        BRIEVEN = "brieven", "Brieven ontvangen"
        SPREKEN = "spreken", "Met ons spreken over de vraag"
        DOSSIER = "dossier", "Het dossier inzien"
        AANVRAGEN = "aanvragen", "Een aanvraag doen en ondertekenen"
        BEZWAAR = "bezwaar", "Bezwaar maken"
        GELD = "geld", "Geld en pgb beheren"

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="vertegenwoordigers")
    soort = models.CharField(max_length=15, choices=Soort)
    naam = models.CharField(max_length=200)
    adres = models.CharField(max_length=200, blank=True, default="")
    telefoon = models.CharField(max_length=20, blank=True, default="")
    e_mail = models.EmailField(blank=True, default="")
    verwant = models.ForeignKey(Inwoner, models.PROTECT, null=True, blank=True, related_name="+")
    mag = ArrayField(models.CharField(max_length=10, choices=Mag), default=list, blank=True)  # a gemachtigde
    bewijs = models.CharField(max_length=200, blank=True, default="")
    bewijs_gezien_op = models.DateField(null=True, blank=True)
    bewijs_document = models.ForeignKey(
        "toegang.Document", models.PROTECT, null=True, blank=True, related_name="+"
    )
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)

    class Gegevens:
        persoonlijk = {
            "inwoner", "soort", "naam", "adres", "telefoon", "e_mail", "verwant", "mag", "bewijs", "bewijs_gezien_op",
            "bewijs_document", "vanaf_op", "tot_op",
        }  # fmt: skip
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="vertegenwoordiger_volgorde"
            ),
        ]


class Brpstand(models.Model):
    """When this person was last asked of the BRP by the nightly job: the queue of that job, no history."""

    id = models.BigAutoField(primary_key=True)
    inwoner = models.OneToOneField(Inwoner, models.PROTECT, related_name="brpstand")
    nacht = models.DateField(null=True, blank=True)  # the last night that is done
    bevraagd_om = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)  # without an answer, in a row
    uitkomst = models.CharField(max_length=60, blank=True, default="")

    class Gegevens:
        persoonlijk = {"inwoner"}
        overig = {"id", "nacht", "bevraagd_om", "pogingen", "uitkomst"}
