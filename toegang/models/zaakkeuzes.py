"""The words that a zaak is described with."""

from django.db import models


class Zaaksoort(models.TextChoices):
    """What kind of question it is where the law alone does not tell the team, the terms or the claim."""

    GEWOON = "gewoon", "Nieuwe vraag"
    BESCHERMD_WONEN = "beschermd_wonen", "Beschermd wonen"
    OPVANG = "opvang", "Opvang"
    HERONDERZOEK = "heronderzoek", "Heronderzoek"


class Gezegd(models.TextChoices):
    """In what way something was told to the inwoner."""

    TELEFOON = "telefoon", "Aan de telefoon"
    GESPREK = "gesprek", "In een gesprek"
    BRIEF = "brief", "In een brief"
    E_MAIL = "e_mail", "In een e-mail"


class Intrekwijze(models.TextChoices):
    """How the inwoner took back the question."""

    SCHRIFTELIJK = "schriftelijk", "In een brief of e-mail"
    MONDELING = "mondeling", "Aan de telefoon of in een gesprek"


class PersoonlijkPlan(models.TextChoices):
    """What the inwoner does with the right to hand in a plan (Wmo 2015 art. 2.3.2 lid 2)."""

    AFWACHTEN = "afwachten", "Nog niet bekend"
    ONTVANGEN = "ontvangen", "Ontvangen"
    ZIET_AF = "ziet_af", "Inwoner ziet ervan af"


class Leefgebied(models.TextChoices):
    """Areas of life that a question or a goal belongs to."""

    HUISHOUDEN = "huishouden", "Huishouden"
    GEZONDHEID = "gezondheid", "Gezondheid"
    MENTAAL = "mentaal", "Hoe het met u gaat"
    DAGELIJKS = "dagelijks", "Voor uzelf zorgen"
    VERVOER = "vervoer", "Vervoer"
    WONEN = "wonen", "Wonen"
    DAGINVULLING = "daginvulling", "Daginvulling"
    SOCIAAL = "sociaal", "Mensen om u heen"
    MANTELZORG = "mantelzorg", "Mantelzorg"
    GELD = "geld", "Geld"
    OPVOEDEN = "opvoeden", "Opvoeden en opgroeien"
    WERK = "werk", "Werk en opleiding"
    VEILIGHEID = "veiligheid", "Veiligheid"
