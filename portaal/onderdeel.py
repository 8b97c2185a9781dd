"""What the portal registers: where its personal data is."""

from toegang.onderdelen import Onderdeel

ONDERDEEL = Onderdeel(
    naam="portaal",
    persoonsgegevens={"portaal.Verzoek": "inwoner", "portaal.Verzoekbestand": "verzoek__inwoner"},
)
