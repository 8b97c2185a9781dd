"""From a besluit to its letter: what is decided, why along the rungs, what it costs, how to object. Reads only."""

import datetime
from dataclasses import replace

from django.conf import settings
from django.db.models import OuterRef, QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from beschikkingen import briefuitkomst
from beschikkingen.bijdragen import bijdrage_in
from beschikkingen.briefuitkomst import ARTIKELEN, alineas, hulpnamen
from beschikkingen.brieven import Besluitbrief, Reden, Regel
from beschikkingen.models import Aanleiding, Besluit, Besluitreden, Besluitregel, Gevolg, Uitkomst
from toegang import termijnen
from toegang.brieven.geadresseerde import geadresseerden
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.feiten import als, rijen
from toegang.models import Brief, Contactmoment, Kanaal
from toegang.opmaak import bedrag, datum
from toegang.rechten import Wet
from toegang.vaste_vraag import vaste_vraag
from voorzieningen.models import Indicatie
from voorzieningen.regels import bedrag_per_jaar, omvang_in_woorden
from wijkteams.models import Huisbezoek, Medewerker

LABELS = {
    1: "Uzelf",
    2: "Huisgenoten",
    3: "Mantelzorg",
    4: "Familie, vrienden en buren",
    5: "Hulp in de wijk",
    6: "Andere wetten",
}
WETSARTIKELEN = {
    Wet.WMO: "Wmo 2015 artikel 2.3.2, 2.3.5 en 2.3.8",
    Wet.JEUGDWET: "Jeugdwet artikel 2.3",
    Wet.PARTICIPATIEWET: "Participatiewet artikel 11",
}
LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ"  # nothing that looks like something else
NOG_NIET = "(nog niet ondertekend)"
WAAROM_VOLGT = "Wij schrijven u binnen een week waarom wij dit besluiten."  # Awb art. 3:47 lid 3


def bouwen(brief: Brief) -> Besluitbrief:
    """The letter of a job row (`Briefsoort` besluit): dated on its planned sending date, objected to from that day."""
    (besluit,) = _met_alles(pk=brief.bron_id)
    besluit.gelezen_regels = _regels(besluit=besluit.pk)
    return besluitbrief(besluit, brief)


@vaste_vraag
def _met_alles(pk) -> QuerySet[Besluit]:
    """The besluit with all that its letter says, but for the lines."""
    return (
        Besluit.objects.select_related(
            "zaak__dossier__inwoner",
            "zaak__regisseur",
            "aanvraag",
            "ondertekend_door__medewerker",
            "bezwaar__besluit",
            "ingebrekestelling",
        )
        .annotate(
            gelezen_redenen=rijen(Besluitreden.objects.filter(besluit=OuterRef("pk")), "trede", "tekst"),
            gelezen_contact=rijen(eerste_contact(OuterRef("zaak")), "kanaal", "namens_naam"),
            gelezen_bezoek=rijen(laatste_bezoek(OuterRef("zaak")), "gepland_om", "plaats"),
            gelezen_consulent=rijen(
                laatste_bezoek(OuterRef("zaak")), "first_name", "last_name", "username", via="consulent__"
            ),
        )
        .filter(pk=pk)
    )


@vaste_vraag
def _regels(besluit) -> QuerySet[Besluitregel]:
    return Besluitregel.objects.select_related("indicatie__product", "indicatie__aanbieder").filter(
        besluit=besluit
    )


def eerste_contact(zaak) -> QuerySet[Contactmoment]:
    """How it began."""
    return Contactmoment.objects.filter(zaak=zaak).order_by("ontvangen_op", "pk")[:1]


def laatste_bezoek(zaak) -> QuerySet[Huisbezoek]:
    """The talk that the letter names."""
    geweest = Huisbezoek.objects.filter(zaak=zaak, status="geweest")
    return geweest.order_by("-gepland_om", "pk")[:1]


def mee_gelezen(besluit: Besluit, wat: str, model, anders: QuerySet) -> list:
    """What `bouwen` read along with the besluit; of a besluit that was read another way it is read now."""
    gelezen = besluit.__dict__.get(f"gelezen_{wat}")
    return list(anders) if gelezen is None else als(model, gelezen)


def voorbeeld(besluit: Besluit, vandaag: datetime.date) -> Besluitbrief:
    """A draft on screen: not dated, no last day to object, 'Concept' above it. ValidationError without an address."""
    wie = geadresseerden(besluit.zaak.dossier.inwoner, vandaag)[0]
    rij = Brief(zaak=besluit.zaak, aan_naam=wie.naam, aan_adres=list(wie.regels), bron_id=besluit.pk)
    brief = besluitbrief(besluit, rij)
    return replace(brief, onderwerp=gettext("Concept: %(onderwerp)s") % {"onderwerp": brief.onderwerp})


def besluitbrief(besluit: Besluit, rij: Brief) -> Besluitbrief:
    """Everything the Awb asks, from what was recorded."""
    tekenaar = besluit.ondertekend_door.medewerker if besluit.ondertekend_door else None
    kop = replace(kop_voor(rij), kenmerk=besluit.kenmerk, besloten_op=besluit.ondertekend_op)
    return Besluitbrief(
        kop=kop,
        aanhef=aanhef_voor(rij),
        onderwerp=onderwerp(besluit),
        bezwaar_tot=termijnen.bezwaartermijn(rij.verzenddatum) if rij.verzenddatum else None,
        ondertekenaar=tekenaar.naam if tekenaar else NOG_NIET,
        functie=tekenaar.functie if tekenaar else "",
        code=briefcode(besluit),
        **inhoud(besluit),
    )


GEWOON = frozenset({Uitkomst.TOEKENNING, Uitkomst.GEDEELTELIJK, Uitkomst.AFWIJZING})


def inhoud(besluit: Besluit) -> dict:
    """The parts of the letter that this besluit fills."""
    return _antwoord(besluit) if besluit.uitkomst in GEWOON else _anders(besluit)


def _anders(besluit: Besluit) -> dict:
    """Spoed, a change of what was granted, money, bezwaar: the same letter with other parts."""
    spoed = besluit.uitkomst == Uitkomst.TIJDELIJK
    indicaties = indicaties_van(besluit)
    kop = gettext("Waarom krijgt u deze hulp?") if spoed else gettext("Waarom besluiten wij dit?")
    return {
        "besluit": briefuitkomst.wat_besloten(besluit),
        "regels": regels_van(indicaties) if spoed else briefuitkomst.regels(besluit),
        "nu": alineas(besluit.wat_gebeurt_nu),
        "waarom_kop": kop,
        "waarom": briefuitkomst.waarom(besluit) or (WAAROM_VOLGT,),
        "zienswijze": alineas(besluit.zienswijze),
        "wat_kan_wel": alineas(besluit.wat_kan_wel),
        "bijdrage": (),
        "veranderingen": (veranderingen(besluit),) if spoed else (),
        "rechtsmiddel": "beroep" if besluit.aanleiding == Aanleiding.BEZWAAR else "bezwaar",
        "wettelijke_regels": (ARTIKELEN[Uitkomst(besluit.uitkomst)], *eigen_regels(besluit)),
    }


def _antwoord(besluit: Besluit) -> dict:
    """The answer to an aanvraag, along the rungs."""
    indicaties = indicaties_van(besluit)
    treden = treden_van(besluit)
    wijst_af = besluit.uitkomst == Uitkomst.AFWIJZING
    return {
        "besluit": (wat_besloten(besluit, indicaties),),
        "regels": () if wijst_af else regels_van(indicaties),
        "pgb": () if wijst_af else pgb_van(indicaties),
        "nu": () if wijst_af else alineas(besluit.wat_gebeurt_nu),
        "waarom_kop": {
            Uitkomst.TOEKENNING: gettext("Waarom krijgt u deze hulp?"),
            Uitkomst.GEDEELTELIJK: gettext("Waarom krijgt u een deel?"),
            Uitkomst.AFWIJZING: gettext("Waarom niet?"),
        }[Uitkomst(besluit.uitkomst)],
        "waarom": (*waarom_van(besluit), *slot_van_waarom(besluit, bool(treden))),
        "treden": treden,
        "conclusie": (*alineas(besluit.blijft_over), *alineas(besluit.motivering), *geweigerd(besluit)),
        "adviezen": adviezen_van(indicaties),
        "zienswijze": alineas(besluit.zienswijze),
        "wat_kan_wel": alineas(besluit.wat_kan_wel),
        "bijdrage": () if wijst_af else bijdrage_van(besluit, indicaties),
        "veranderingen": (veranderingen(besluit),),
        "wettelijke_regels": rechtsregels(besluit, indicaties),
    }


def leestekst(besluit: Besluit) -> list[str]:
    """The running text of the letter, to measure how it reads."""
    delen = {"pgb": (), "conclusie": (), "adviezen": (), "treden": ()} | inhoud(besluit)
    namen = (
        "besluit",
        "pgb",
        "nu",
        "waarom",
        "conclusie",
        "adviezen",
        "zienswijze",
        "wat_kan_wel",
        "bijdrage",
    )
    return [t for n in namen for t in delen[n]] + [r.tekst for r in delen["treden"]]


def indicaties_van(besluit: Besluit) -> list[Indicatie]:
    """The help that the letter is about: of a partial grant only what is given."""
    regels = besluit.geldende_regels()
    if besluit.uitkomst == Uitkomst.GEDEELTELIJK:
        regels = [r for r in regels if r.gevolg != Gevolg.AFWIJZEN]
    return [r.indicatie for r in regels]


def geweigerd(besluit: Besluit) -> tuple[str, ...]:
    """Of a partial grant: what is not given, and why."""
    if besluit.uitkomst != Uitkomst.GEDEELTELIJK:
        return ()
    return tuple(
        " ".join(
            [gettext("U krijgt geen %(hulp)s.") % {"hulp": r.indicatie.product.briefnaam}, *alineas(r.reden)]
        )
        for r in besluit.geldende_regels()
        if r.gevolg == Gevolg.AFWIJZEN
    )


def onderwerp(besluit: Besluit) -> str:
    """The outcome in one line."""
    if besluit.uitkomst not in GEWOON:
        return briefuitkomst.onderwerp_van(besluit)
    hulp = hulpnamen(indicaties_van(besluit))
    if besluit.uitkomst == Uitkomst.AFWIJZING:
        return (
            gettext("U krijgt geen %(hulp)s") % {"hulp": hulp}
            if hulp
            else gettext("U krijgt niet de hulp die u vroeg")
        )
    if besluit.uitkomst == Uitkomst.GEDEELTELIJK or not hulp:
        return gettext("U krijgt een deel van de hulp die u vroeg")
    return gettext("U krijgt %(hulp)s") % {"hulp": hulp}


def wat_besloten(besluit: Besluit, indicaties: list[Indicatie]) -> str:
    """What is decided (Awb 1:3), and whether it is natura or a pgb."""
    hulp = hulpnamen(indicaties)
    if besluit.uitkomst == Uitkomst.AFWIJZING:
        vroeg = (
            gettext("U vroeg ons om %(hulp)s.") % {"hulp": hulp} if hulp else gettext("U vroeg ons om hulp.")
        )
        return f"{vroeg} {gettext('U krijgt deze hulp niet.')}"
    zinnen = [gettext("U krijgt %(hulp)s.") % {"hulp": hulp}]
    if besluit.uitkomst == Uitkomst.GEDEELTELIJK:
        zinnen.append(gettext("Dat is een deel van wat u vroeg."))
    vormen = {i.vorm for i in indicaties}
    if "natura" in vormen:
        zinnen.append(gettext("De gemeente betaalt een aanbieder die u helpt. Dat heet zorg in natura."))
    if "pgb" in vormen:
        zinnen.append(
            gettext(
                "U krijgt een bedrag om zelf hulp te kopen. Dat heet een persoonsgebonden budget, of pgb."
            )
        )
    return " ".join(zinnen)


def regels_van(indicaties: list[Indicatie]) -> tuple[Regel, ...]:
    """What, how much, from whom, when: the extent of each line (CRvB 2018)."""
    regels = []
    for nummer, i in enumerate(indicaties, start=1):
        voor = f"{nummer}. " if len(indicaties) > 1 else ""
        regels += [
            Regel(voor + gettext("Wat"), i.resultaat or i.product.wat),
            Regel(voor + gettext("Hoeveel"), omvang_in_woorden(i.volume, i.eenheid, i.frequentie)),
            Regel(
                voor + gettext("Van wie"), i.aanbieder.naam if i.aanbieder else gettext("u kiest zelf (pgb)")
            ),
            Regel(
                voor + gettext("Wanneer"),
                gettext("van %(begin)s tot en met %(einde)s")
                % {"begin": datum(i.ingangsdatum), "einde": datum(i.einddatum)},
            ),
        ]
    return tuple(regels)


def pgb_van(indicaties: list[Indicatie]) -> tuple[str, ...]:
    """What it may be spent on, the amount and how it was computed, quality, accounting (Wmo 2.3.6)."""
    alle = []
    for i in indicaties:
        if i.vorm != "pgb":
            continue
        alle.append(
            gettext(
                "Uw pgb is voor: %(resultaat)s. Het is %(per_jaar)s per jaar. Zo rekenen wij: %(omvang)s,"
                " voor %(tarief)s per %(eenheid)s."
            )
            % {
                "resultaat": i.resultaat or i.product.wat,
                "per_jaar": bedrag(bedrag_per_jaar(i)),
                "omvang": omvang_in_woorden(i.volume, i.eenheid, i.frequentie),
                "tarief": bedrag(i.tarief),
                "eenheid": i.get_tarief_eenheid_display(),
            }
        )
    if alle:
        alle.append(
            gettext(
                "De hulp die u koopt, moet veilig en goed zijn. De Sociale Verzekeringsbank betaalt uw hulp."
                " Stuur de rekeningen daarheen. Bewaar ze zelf ook."
            )
        )
    return tuple(alle)


def waarom_van(besluit: Besluit) -> tuple[str, ...]:
    """Melding, visit, verslag and aanvraag with their dates (Awb 4:2, Wmo 2.3.2 lid 8), then the limitation."""
    zinnen = [hoe_begon(besluit), *hoe_spraken(besluit), *hoe_vroeg(besluit)]
    return (" ".join(z for z in zinnen if z), *alineas(besluit.wat_kunt_u_niet))


def slot_van_waarom(besluit: Besluit, met_treden: bool) -> tuple[str, ...]:
    return (gettext("Wij keken samen wat er al kan:"),) if met_treden else ()


def hoe_begon(besluit: Besluit) -> str:
    contacten = mee_gelezen(besluit, "contact", Contactmoment, eerste_contact(besluit.zaak))
    contact = contacten[0] if contacten else None
    dag = {"dag": datum(besluit.zaak.gemeld_op)}
    zelf = contact is not None and not contact.namens_naam
    if zelf and contact.kanaal == Kanaal.TELEFOON:
        return gettext("U belde ons op %(dag)s.") % dag
    if zelf and contact.kanaal == Kanaal.BALIE:
        return gettext("U kwam bij ons op %(dag)s.") % dag
    if zelf and contact.kanaal in (Kanaal.E_MAIL, Kanaal.BRIEF, Kanaal.WEBSITE):
        return gettext("U schreef ons op %(dag)s.") % dag
    return gettext("Wij kregen uw vraag op %(dag)s.") % dag


def hoe_spraken(besluit: Besluit) -> list[str]:
    gevonden = laatste_bezoek(besluit.zaak).select_related("consulent")
    bezoeken = mee_gelezen(besluit, "bezoek", Huisbezoek, gevonden)
    if not bezoeken:
        return []
    (bezoek,) = bezoeken
    wie = mee_gelezen(besluit, "consulent", Medewerker, Medewerker.objects.none())
    consulent = wie[0] if wie else bezoek.consulent
    vorm = (
        gettext("Op %(dag)s sprak %(wie)s met u.")
        if bezoek.plaats
        else gettext("Op %(dag)s kwam %(wie)s bij u thuis.")
    )
    return [vorm % {"dag": datum(timezone.localdate(bezoek.gepland_om)), "wie": consulent.volledige_naam}]


def hoe_vroeg(besluit: Besluit) -> list[str]:
    aanvraag = besluit.aanvraag
    if aanvraag is None:
        return []
    dag = {"dag": datum(aanvraag.ontvangen_op)}
    if aanvraag.wijze == "verslag":
        return [gettext("U tekende het verslag. Wij kregen het op %(dag)s. Dat is uw aanvraag.") % dag]
    return [gettext("Wij kregen uw aanvraag op %(dag)s.") % dag]


def treden_van(besluit: Besluit) -> tuple[Reden, ...]:
    """The rungs 1 to 6 with their *reden in de brief*; several needs at one rung stand behind each other."""
    per_trede: dict[int, list[str]] = {}
    redenen = mee_gelezen(besluit, "redenen", Besluitreden, besluit.redenen.all())
    for reden in sorted(redenen, key=lambda r: (r.trede, r.pk)):
        if reden.trede in LABELS and reden.tekst.strip():
            per_trede.setdefault(reden.trede, []).append(" ".join(reden.tekst.split()))
    return tuple(Reden(LABELS[t], " ".join(dict.fromkeys(teksten))) for t, teksten in per_trede.items())


def adviezen_van(indicaties: list[Indicatie]) -> tuple[str, ...]:
    """Whose advice, when, what (Awb 3:49)."""
    return tuple(
        gettext("Op %(dag)s gaf %(wie)s ons advies. %(advies)s")
        % {"dag": datum(i.advies_op), "wie": i.advies_van, "advies": i.advies}
        for i in indicaties
        if i.advies_van
    )


def bijdrage_van(besluit: Besluit, indicaties: list[Indicatie]) -> tuple[str, ...]:
    """That there is a bijdrage, how much, and who collects it (Wmo 2.1.4); no amount that is not known."""
    betaalt = [i for i in indicaties if i.product.eigen_bijdrage]
    if besluit.zaak.wet != Wet.WMO:
        return ()
    if not betaalt or besluit.zaak.dossier.inwoner.geboortedatum.minstens(18, besluit.opgesteld_op) is False:
        return (gettext("U betaalt voor deze hulp geen eigen bijdrage."),)
    begin = min(i.ingangsdatum for i in betaalt)
    jaar = besluit.opgesteld_op.year
    zinnen = [gettext("U betaalt een eigen bijdrage.")]
    if nu := bijdrage_in(jaar):
        zinnen.append(
            gettext("In %(jaar)s is dat %(bedrag)s per maand voor uw hele huishouden.")
            % {"jaar": jaar, "bedrag": bedrag(nu.per_maand)}
        )
    if begin.year > jaar or nu is None:
        zinnen.append(
            gettext("Het CAK stuurt u de rekening en vertelt wat u in %(jaar)s betaalt.")
            % {"jaar": max(begin.year, jaar)}
        )
    else:
        zinnen.append(gettext("Het CAK stuurt u de rekening."))
    return (" ".join(zinnen),)


def veranderingen(besluit: Besluit) -> str:
    """The duty to report changes (Wmo 2.3.8), or when we look again."""
    if besluit.uitkomst == Uitkomst.AFWIJZING:
        return gettext("Verandert er iets bij u thuis? Bel ons. Dan kijken wij opnieuw.")
    return gettext(
        "Verhuist u, komt er iemand bij u wonen of hebt u meer of minder hulp nodig? Bel ons dan meteen."
    )


def rechtsregels(besluit: Besluit, indicaties: list[Indicatie]) -> tuple[str, ...]:
    """The articles of the law and of our own rules (Awb 3:47)."""
    regels = [WETSARTIKELEN.get(Wet(besluit.zaak.wet), besluit.zaak.get_wet_display())]
    if any(i.vorm == "pgb" for i in indicaties) and besluit.zaak.wet == Wet.WMO:
        regels.append("Wmo 2015 artikel 2.3.6")
    return (*regels, *eigen_regels(besluit))


def eigen_regels(besluit: Besluit) -> tuple[str, ...]:
    """The articles of our own verordening and policy."""
    return tuple(deel.strip().rstrip(".") for deel in besluit.regels.split(";") if deel.strip())


def briefcode(besluit: Besluit) -> str:
    """7K4Q-92TM: by this code anyone can ask whether the letter is ours; it says nothing about the person."""
    bytes_ = salted_hmac(
        "beschikkingen.briefcode", str(besluit.pk), secret=settings.SECRET_KEY, algorithm="sha256"
    ).digest()
    code = "".join(LETTERS[b % len(LETTERS)] for b in bytes_[:8])
    return f"{code[:4]}-{code[4:]}"
