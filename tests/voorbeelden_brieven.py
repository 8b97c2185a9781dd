"""Letters for the tests: the two samples of the design, and the other kinds. Invented people."""

import datetime

from beschikkingen.brieven import Besluitbrief, Reden, Regel
from toegang.brieven.basis import Adresblok, Afzender, Briefkop
from toegang.brieven.ontvangstbevestiging import AanvraagOntvangen, Ontvangstbevestiging
from toegang.brieven.verslag import Sectie, Verslag

DAG = datetime.date(2026, 12, 7)
AFZENDER = Afzender(
    gemeente="Venlo",
    telefoon="14 077",
    postadres="Postbus 3434, 5902 RK Venlo",
    website="venlo.nl",
    rechtbank="rechtbank Limburg",
    clientondersteuning="077 123 45 67",
)
ADRES = Adresblok.binnenland(
    naam="Mevrouw A. Jansen-Peeters", straat="Kerkstraat 12", postcode="5921ab", plaats="Venlo"
)


def kop(**anders) -> Briefkop:
    gegevens = {
        "afzender": AFZENDER,
        "adres": ADRES,
        "kenmerk": "B-2026-0418",
        "contactpersoon": "Fatma Bakker",
        "contact_telefoon": "14 077",
        "besloten_op": datetime.date(2026, 12, 4),
        "verzonden_op": DAG,
    }
    return Briefkop(**gegevens | anders)


def toekenning(**anders) -> Besluitbrief:
    gegevens = {
        "kop": kop(),
        "onderwerp": "U krijgt hulp in het huishouden",
        "aanhef": "Geachte mevrouw Jansen-Peeters",
        "besluit": (
            "U krijgt hulp in het huishouden. De gemeente betaalt een aanbieder die bij u komt. Dat heet"
            " zorg in natura.",
        ),
        "regels": (
            Regel("Wat", "een schone woonkamer, keuken, slaapkamer, badkamer en wc"),
            Regel("Hoeveel", "105 minuten per week (1 uur en 45 minuten)"),
            Regel("Van wie", "Zorg aan de Maas"),
            Regel("Wanneer", "van 4 januari 2027 tot en met 31 december 2028"),
        ),
        "nu": ("Zorg aan de Maas belt u vóór 24 december 2026. Bent u dan niet gebeld? Bel ons.",),
        "waarom_kop": "Waarom krijgt u deze hulp?",
        "waarom": (
            "U belde ons op 3 november 2026. Op 17 november kwam Fatma Bakker bij u thuis. U tekende het"
            " verslag. Wij kregen het op 24 november. Dat is uw aanvraag. Door uw heup kunt u niet"
            " stofzuigen, dweilen en uw bed verschonen. Wij keken samen wat er al kan:",
        ),
        "treden": (
            Reden("Uzelf", "u kookt, wast af en stoft. Dat blijft u doen."),
            Reden("Huisgenoten", "u woont alleen."),
            Reden(
                "Mantelzorg",
                "uw dochter doet de boodschappen en uw administratie. Meer kan zij niet doen naast haar"
                " werk.",
            ),
            Reden("Familie, vrienden en buren", "uw buurman zet de vuilnis buiten. Poetsen kan hij niet."),
            Reden("Hulp in de wijk", "de klussendienst wast uw ramen. Hulp bij het poetsen is er niet."),
            Reden("Andere wetten", "uw zorgverzekering betaalt deze hulp niet."),
        ),
        "conclusie": (
            "Er blijft werk over. Daarvoor is deze hulp. In ons normenkader staat 125 minuten per week"
            " voor een huis als het uwe. Stoffen doet u zelf. Daarom gaan er 20 minuten af.",
        ),
        "bijdrage": (
            "U betaalt een eigen bijdrage. In 2026 is dat € 21,80 per maand voor uw hele huishouden. Het"
            " CAK stuurt u de rekening en vertelt wat u in 2027 betaalt.",
        ),
        "veranderingen": (
            "Verhuist u, komt er iemand bij u wonen of hebt u meer of minder hulp nodig? Bel ons dan meteen.",
        ),
        "bezwaar_tot": datetime.date(2027, 1, 18),
        "ondertekenaar": "K. Peeters",
        "functie": "teammanager Toegang",
        "wettelijke_regels": (
            "Wmo 2015 artikel 2.3.2, 2.3.5 en 2.3.8",
            "Verordening maatschappelijke ondersteuning Venlo, artikel 8",
            "normenkader huishoudelijke hulp",
        ),
        "code": "7K4Q-92TM",
    }
    return Besluitbrief(**gegevens | anders)


def afwijzing(**anders) -> Besluitbrief:
    gegevens = {
        "kop": kop(kenmerk="B-2026-0419"),
        "onderwerp": "U krijgt geen hulp in het huishouden",
        "aanhef": "Geachte heer Hendriks",
        "besluit": ("U vroeg ons om hulp in het huishouden. U krijgt deze hulp niet.",),
        "waarom_kop": "Waarom niet?",
        "waarom": (
            "Wij spraken u thuis op 17 november 2026. Koken en afwassen lukt u zelf. Door uw rug kunt u"
            " niet stofzuigen, dweilen en bedden verschonen. Daar twijfelen wij niet aan. U woont samen"
            " met uw vrouw en uw zoon van 22 jaar. Huisgenoten zorgen samen voor het huishouden. De wet"
            " noemt dat gebruikelijke hulp. Het gaat om ongeveer 2 uur per week. Uw vrouw werkt 24 uur per"
            " week en uw zoon volgt een opleiding. Zij zijn gezond en kunnen dit werk doen. Volgens onze"
            " regels zijn werk en opleiding daarvoor geen beletsel.",
        ),
        "zienswijze": (
            "Op 1 december belden wij u, voordat wij besloten. U zei dat uw zoon vaak weg is. In het"
            " weekend is hij thuis. Hij en uw vrouw kunnen het werk dan verdelen. Daarom blijven wij bij"
            " ons besluit. Uw huisgenoten kunnen het hele werk doen. Daarom onderzochten wij de andere"
            " mogelijkheden niet.",
        ),
        "wat_kan_wel": (
            "Een ergotherapeut leert u hoe u uw rug spaart. Vraag uw huisarts om een verwijzing. In het"
            " Huis van de Wijk Blerick helpen vrijwilligers u verder: 077 765 43 21.",
        ),
        "veranderingen": (
            "Wordt iemand bij u thuis ziek, of gaat uw zoon uit huis? Bel ons. Dan kijken wij opnieuw.",
        ),
    }
    leeg = {"regels": (), "nu": (), "treden": (), "conclusie": (), "bijdrage": ()}
    return toekenning(**gegevens | leeg | anders)


def ontvangstbevestiging(**anders) -> Ontvangstbevestiging:
    gegevens = {
        "kop": kop(besloten_op=None, verzonden_op=datetime.date(2026, 11, 4), kenmerk="M-2026-0733"),
        "aanhef": "Geachte mevrouw Jansen-Peeters",
        "vraag": "hulp in het huishouden",
        "ontvangen_op": datetime.date(2026, 11, 3),
        "persoonlijk_plan_tot": datetime.date(2026, 11, 10),
        "onderzoek_tot": datetime.date(2026, 12, 15),
    }
    return Ontvangstbevestiging(**gegevens | anders)


def aanvraag_ontvangen(**anders) -> AanvraagOntvangen:
    gegevens = {
        "kop": kop(besloten_op=None, verzonden_op=datetime.date(2026, 11, 4), kenmerk="M-2026-0734"),
        "aanhef": "Geachte mevrouw Jansen-Peeters",
        "vraag": "een gehandicaptenparkeerkaart",
        "ontvangen_op": datetime.date(2026, 11, 3),
        "besluit_tot": datetime.date(2026, 12, 29),
    }
    return AanvraagOntvangen(**gegevens | anders)


def verslag(**anders) -> Verslag:
    gegevens = {
        "kop": kop(besloten_op=None, verzonden_op=datetime.date(2026, 11, 20), kenmerk="V-2026-0502"),
        "aanhef": "Geachte mevrouw Jansen-Peeters",
        "gesprek_op": datetime.date(2026, 11, 17),
        "gesprek_met": "Fatma Bakker van wijkteam Blerick",
        "reactie_tot": datetime.date(2026, 11, 27),
        "secties": (
            Sectie("Uw vraag", ("U kunt na uw val het huis niet meer schoonhouden.",)),
            Sectie("Wat u zelf kunt", ("U kookt, wast af en stoft.", "Stofzuigen en dweilen lukt niet.")),
            Sectie("Wie u helpt", ("Uw dochter doet de boodschappen en uw administratie.",)),
        ),
    }
    return Verslag(**gegevens | anders)
