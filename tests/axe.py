"""Axe in the browser tests: WCAG 2.0, 2.1 and 2.2, levels A and AA; the script comes from the package, not the network."""

from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


def axe_fouten(page) -> list[str]:
    """What axe finds on the page as it stands: one line per rule with the elements it concerns; empty is good."""
    antwoord = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]})
    return [
        f"{regel['id']}: {regel['help']} -> " + "; ".join(str(knoop["target"][0]) for knoop in regel["nodes"][:5])
        for regel in antwoord.response["violations"]
    ]
