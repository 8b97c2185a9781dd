"""Small line icons, drawn by us on a grid of 24; they only repeat a word that stands beside them."""

ICONEN = {
    "klok": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
    "pauze": "M8 5v14M16 5v14",
    "uitroep": "M12 4v10M12 18v2",
    "vink": "M5 13l4 4L19 7",
    "kruis": "M6 6l12 12M18 6L6 18",
    "ster": "M12 4l2.5 5.2 5.5.8-4 4 1 5.7-5-2.7-5 2.7 1-5.7-4-4 5.5-.8z",
    "stip": "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    "potlood": "M4 20l1-4L16 5l3 3L8 19z",
    "terug": "M9 6l-5 5 5 5M4 11h10a5 5 0 0 1 0 10h-3",
    "brief": "M3 6h18v12H3zM3 7l9 6 9-6",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7v1",
    "let_op": "M12 4l9 16H3zM12 10v5M12 17v1",
    "mens": "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-5 4-7 8-7s8 2 8 7",
    "mensen": "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 20c0-4 3-6 6-6s6 2 6 6M16 5a3 3 0 0 1 0 6M18 14c2 1 3 3 3 6",  # noqa: E501
    "slot": "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3",
    "oog": "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    "telefoon": "M6 3h3l2 5-2 2c1 2 3 4 5 5l2-2 5 2v3c0 2-2 3-3 3C10 20 4 14 3 6c0-1 1-3 3-3z",
    "huis": "M3 11l9-8 9 8M6 9v11h12V9",
    "verhuisd": "M3 8h11v9H3zM14 11h4l3 3v3h-7M7 17a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM17 17a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",  # noqa: E501
    "tolk": "M4 5h16v11H10l-5 4v-4H4z",
    "letters": "M3 19L9 5l6 14M5 15h8M17 19v-7M21 19v-4",
    "kind": "M12 3a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM7 21v-6l-2-3M17 21v-6l2-3M7 12h10",
    "overleden": "M12 3v18M7 8h10",
    "spoed": "M13 3L5 14h6l-1 7 8-11h-6z",
    "kalender": "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
    "document": "M6 3h8l4 4v14H6zM14 3v5h4",
    "zoek": "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l6 6",
    "vorige": "M15 5l-7 7 7 7",
    "volgende": "M9 5l7 7-7 7",
}

# indicators of the dossier header -> icon
INDICATOREN = {
    "overleden": "overleden",
    "spoed": "spoed",
    "let_op_bij_bezoek": "let_op",
    "veilig_contact": "telefoon",
    "geheim_adres": "slot",
    "afgeschermd": "slot",
    "vertegenwoordiger": "mensen",
    "minderjarig": "kind",
    "tolk": "tolk",
    "slechthorend": "info",
    "grote_letters": "letters",
    "verhuisd": "verhuisd",
    "adres_in_onderzoek": "huis",
}
