"""Invented names, as common in the Maas valley as anywhere. No one is meant."""

VROUWEN = (
    "Anna Maria", "Truus", "Riet", "Gerda Johanna", "Wilhelmina", "Elly", "Marij", "Fien", "Tonnie", "Mia",
    "Catharina", "Hendrika", "Nel", "Lies", "Jeanne", "Leny", "Ans", "Carla", "Monique", "Ingrid", "Sandra",
    "Kim Petra", "Fatima", "Aylin", "Olga", "Magdalena", "Joyce", "Lotte", "Sara", "Esther",
)  # fmt: skip
MANNEN = (
    "Jan", "Piet Hubertus", "Sjang", "Harrie", "Gerard", "Wiel", "Theo", "Jac", "Frans", "Hub", "Math", "Ger",
    "Johannes Petrus", "Leo", "Toon", "Ron", "Marc", "Dennis", "Kevin", "Mustafa", "Ahmet", "Youssef", "Pawel",
    "Rachid", "Tim", "Bas", "Ruud", "Wil", "Peter", "Erwin",
)  # fmt: skip
ACHTERNAMEN = (
    "Peeters", "Janssen", "Hendriks", "van den Berg", "Smeets", "Verhaegh", "Cuppen", "Timmermans", "van Rijswick",
    "Jacobs", "Geurts", "Heldens", "Linders", "van Lipzig", "Kleuskens", "Thijssen", "Driessen", "in 't Zandt",
    "Bouten", "van der Velden", "Holla", "Gielen", "Wijnen", "Titulaer", "Aerts", "de Rijk", "Engelen", "Coumans",
    "op het Veld", "Martens", "Nijssen", "Rutten", "Vousten", "Yilmaz", "El Idrissi", "Kowalski", "Öztürk",
    "van de Laar", "Schreurs", "Vullings", "Beurskens", "Hermkens", "Lemmen", "Mooren", "Naus", "Pijpers",
    "Receveur", "Seuren", "Teeuwen", "Verlinden",
)  # fmt: skip
VOORVOEGSELS = ("van den", "van der", "van de", "op het", "in 't", "van", "de")


def gesplitst(achternaam: str) -> tuple[str, str]:
    """'van den Berg' -> ('van den', 'Berg')."""
    for voorvoegsel in VOORVOEGSELS:
        if achternaam.startswith(f"{voorvoegsel} "):
            return voorvoegsel, achternaam.removeprefix(f"{voorvoegsel} ")
    return "", achternaam
