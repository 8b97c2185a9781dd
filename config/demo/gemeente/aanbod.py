"""What the municipality offers: products, tariffs, providers, and what stands open to all.

Sources: Productenraming 2019-2022 and Jaarstukken 2018 of the gemeente Venlo, programma 4 (which products there are,
how many providers, the hourly tariffs of household help 2017-2019, performance or p x q). Names of providers are
invented unless marked BRON; tariffs after 2019, and of all other products, are invented and say 'demo'.
"""

from dataclasses import dataclass

UUR, ETMAAL, DAGDEEL, STUKS, MINUUT = "04", "14", "16", "82", "01"
WEEK, MAAND, TOTAAL = "2", "4", "6"
PXQ, PRESTATIE, TAAK = "inspanning", "prestatie", "taakgericht"
JEUGDBESCHERMING = "48V01"
VENLO_2018 = "Jaarstukken 2018 gemeente Venlo, programma 4"
DEMO = "demo (verzonnen)"


@dataclass(frozen=True)
class Aanbod:
    """A product, its unit and tariff now (euro, invented unless a source is named)."""

    code: str
    naam: str
    briefnaam: str
    wat: str
    categorie: str
    leefgebied: str
    eenheid: str
    frequentie: str
    bekostiging: str
    tarief: str
    tarief_eenheid: str
    eigen_bijdrage: bool = True
    ergotherapie_vooraf: bool = False
    wet: str = "wmo"


HBH, BGI, BGS = "01A04", "02A03", "02A05"
DAG_LICHT, DAG_MIDDEN, DAG_ZWAAR = "07V01", "07V02", "07V03"
SCOOTMOBIEL, ROLSTOEL, TRAPLIFT, WONING, VERVOER = "12X00", "11X04", "13X21", "13V01", "08V01"

PRODUCTEN = (
    Aanbod(HBH, "Hulp bij het huishouden", "hulp in het huishouden", "een schoon en leefbaar huis", "01", "huishouden",
           MINUUT, WEEK, PXQ, "0", UUR),
    Aanbod(BGI, "Begeleiding individueel", "begeleiding", "u houdt zelf de regie over uw dag en uw post", "02",
           "dagelijks", UUR, WEEK, PRESTATIE, "58.20", UUR),
    Aanbod(BGS, "Begeleiding individueel specialistisch", "begeleiding door een specialist",
           "u woont veilig zelfstandig met de steun die bij u past", "02", "mentaal", UUR, WEEK, PRESTATIE, "84.60", UUR),  # noqa: E501
    Aanbod("04A04", "Kortdurend verblijf (logeren)", "logeren", "uw mantelzorger kan uitrusten", "04", "mantelzorg",
           ETMAAL, MAAND, PRESTATIE, "172.00", ETMAAL),
    Aanbod(DAG_LICHT, "Dagbesteding licht", "dagbesteding", "een dag met mensen om u heen", "07", "daginvulling",
           DAGDEEL, WEEK, PRESTATIE, "31.40", DAGDEEL),
    Aanbod(DAG_MIDDEN, "Dagbesteding midden", "dagbesteding", "een dag met ritme en begeleiding", "07", "daginvulling",
           DAGDEEL, WEEK, PRESTATIE, "42.75", DAGDEEL),
    Aanbod(DAG_ZWAAR, "Dagbesteding zwaar", "dagbesteding met veel begeleiding", "een veilige dag met zorg dichtbij",
           "07", "daginvulling", DAGDEEL, WEEK, PRESTATIE, "58.10", DAGDEEL),
    Aanbod("09V01", "Groepsgerichte ondersteuning", "ondersteuning in een groep", "samen oefenen met wat u wilt leren",
           "09", "sociaal", DAGDEEL, WEEK, PRESTATIE, "38.90", DAGDEEL),
    Aanbod(VERVOER, "Vervoer met de regiotaxi", "vervoer met de regiotaxi", "u komt bij mensen en winkels in de buurt",
           "08", "vervoer", STUKS, TOTAAL, PXQ, "9.80", STUKS),
    Aanbod(SCOOTMOBIEL, "Scootmobiel", "een scootmobiel", "u kunt zelf de deur uit", "12", "vervoer", STUKS, TOTAAL,
           PXQ, "1150.00", STUKS, ergotherapie_vooraf=True),
    Aanbod(ROLSTOEL, "Rolstoel actief vastframe", "een rolstoel", "u beweegt zelf door huis en buurt", "11", "vervoer",
           STUKS, TOTAAL, PXQ, "2340.00", STUKS, eigen_bijdrage=False, ergotherapie_vooraf=True),
    Aanbod(TRAPLIFT, "Traplift rechte trap", "een traplift", "u komt veilig boven", "13", "wonen", STUKS, TOTAAL, PXQ,
           "3280.00", STUKS, ergotherapie_vooraf=True),
    Aanbod(WONING, "Woningaanpassing", "een aanpassing van uw woning", "u kunt zelf douchen en naar het toilet", "13",
           "wonen", STUKS, TOTAAL, PXQ, "4150.00", STUKS),
    Aanbod("15V01", "Beschermd wonen", "beschermd wonen", "een veilige plek met begeleiding dag en nacht", "15",
           "wonen", ETMAAL, MAAND, PRESTATIE, "148.00", ETMAAL),
    Aanbod("15V02", "Beschermd thuis", "beschermd thuis", "zelfstandig wonen met dag en nacht iemand bereikbaar", "15",
           "wonen", UUR, WEEK, PRESTATIE, "79.30", UUR),
    Aanbod("16V01", "Maatschappelijke opvang", "opvang", "een dak boven uw hoofd en hulp om verder te komen", "16",
           "wonen", ETMAAL, TOTAAL, PRESTATIE, "96.00", ETMAAL),
    Aanbod("16V02", "Vrouwenopvang", "opvang op een veilige plek", "veiligheid voor u en uw kinderen", "16",
           "veiligheid", ETMAAL, TOTAAL, PRESTATIE, "165.00", ETMAAL, eigen_bijdrage=False),
    Aanbod("45V01", "Jeugdhulp lokaal (ambulant)", "begeleiding voor uw kind",
           "het gaat thuis en op school beter met uw kind", "45", "opvoeden", UUR, WEEK, PRESTATIE, "91.50", UUR,
           eigen_bijdrage=False, wet="jeugdwet"),
    Aanbod("44V01", "Pleegzorg", "pleegzorg", "uw kind groeit veilig op in een gezin", "44", "opvoeden", ETMAAL, MAAND,
           PRESTATIE, "54.00", ETMAAL, eigen_bijdrage=False, wet="jeugdwet"),
    Aanbod(JEUGDBESCHERMING, "Jeugdbescherming", "jeugdbescherming", "uw kind groeit veilig op", "48", "veiligheid",
           UUR, WEEK, TAAK, "0", UUR, eigen_bijdrage=False, wet="jeugdwet"),
)  # fmt: skip

# Household help per hour: what the source names, then a rise of 3.5% a year that nobody decided.
HBH_TARIEVEN = (
    ("2017-01-01", "2018-01-01", "23.21", f"{VENLO_2018} (eind 2017)"),
    ("2018-01-01", "2019-01-01", "25.00", VENLO_2018),
    ("2019-01-01", "2020-01-01", "27.37", f"{VENLO_2018} (vastgesteld voor 2019)"),
)
STIJGING = "1.035"

# 9 providers of household help since 2017; 19 of begeleiding individueel; 1 supplier of aids (Jaarstukken 2018).
HUISHOUDING = (
    "Zorg aan de Maas", "Thuis in Limburg-Noord", "De Schone Kamer", "Hulpwijs", "Maasduinen Thuiszorg",
    "Huis en Haard Venlo", "Frissehand", "De Huishoudvriend", "Peelrand Hulp bij Huis",
)  # fmt: skip
BEGELEIDING = (
    "Zorg aan de Maas", "Maasduinen Thuiszorg", "Begeleid Verder", "De Kleine Stap", "Stroomopwaarts Begeleiding",
    "Weerklank Zorg", "Thuisbasis Venlo", "Het Kompas aan de Maas", "Groei en Ritme", "Noorderlicht Begeleiding",
    "De Brugwachter", "Samen Rond", "Vast Punt", "Helder Dagelijks", "De Tuin van Tegelen", "Eigen Koers Limburg",
    "Anker Blerick", "Open Deur Begeleiding", "Maatwerk Dichtbij",
)  # fmt: skip
DAGBESTEDING = (
    "De Tuin van Tegelen",
    "Zorgboerderij De Kwistbeek",
    "Het Atelier aan de Maas",
    "Groei en Ritme",
)
HULPMIDDELEN = ("Mobiel Limburg Hulpmiddelen",)
VERVOERDERS = ("Regiotaxi Maasvallei",)
BOUWERS = ("Aanpasbouw Venlo", "Van Drempel tot Dak")
OPVANG = ("Moveoo", "Zelfregiecentrum", "Leger des Heils", "Rendiz", "Vincent van Gogh")  # BRON
VROUWENOPVANG = ("Mutsaersstichting",)  # BRON
JEUGD = ("Jeugdhulp De Linde", "Gezin en Kind Limburg-Noord", "Stap voor Stap Jeugd")

WIE_LEVERT: dict[str, tuple[str, ...]] = {
    HBH: HUISHOUDING, BGI: BEGELEIDING, BGS: BEGELEIDING[:8], "04A04": ("Zorg aan de Maas", "Weerklank Zorg"),
    DAG_LICHT: DAGBESTEDING, DAG_MIDDEN: DAGBESTEDING, DAG_ZWAAR: DAGBESTEDING[:2], "09V01": BEGELEIDING[2:6],
    VERVOER: VERVOERDERS, SCOOTMOBIEL: HULPMIDDELEN, ROLSTOEL: HULPMIDDELEN, TRAPLIFT: HULPMIDDELEN, WONING: BOUWERS,
    "15V01": OPVANG[3:], "15V02": OPVANG[3:], "16V01": OPVANG, "16V02": VROUWENOPVANG, "45V01": JEUGD, "44V01": JEUGD[1:2],  # noqa: E501
    JEUGDBESCHERMING: ("Jeugdbescherming Maasdal",),
}  # fmt: skip
