"""What browsers and search engines ask for at fixed addresses."""


def test_het_icoon_is_er_ook_naast_een_pdf(client):
    antwoord = client.get("/favicon.ico")

    assert antwoord.status_code == 200
    assert b"".join(antwoord.streaming_content)[:4] == b"\0\0\1\0"


def test_zoekmachines_blijven_buiten(client):
    antwoord = client.get("/robots.txt")

    assert b"".join(antwoord.streaming_content).splitlines() == [b"User-agent: *", b"Disallow: /"]
