/* Zet klaar voor onderweg: set the PIN, fetch the pages of the visits and keep them encrypted; and the shell that shows
   them without signal, at their own addresses. */
(() => {
  "use strict";
  const T = window.Toegang, K = T.kluis, wortel = document.documentElement;
  const zonder = (adres) => {
    const url = new URL(adres, location.href), deel = url.searchParams.get("open");
    return url.pathname + (deel ? `?open=${deel}` : "");
  };
  const maak = (soort, eigenschappen = {}, ...kinderen) => {
    const el = Object.assign(document.createElement(soort), eigenschappen);
    el.append(...kinderen);
    return el;
  };

  /* choose and set the PIN */
  const form = document.querySelector("form[data-onderweg]");
  const fout = (tekst) => { form.querySelector("[data-onderweg-fout]").textContent = tekst; };
  const weiger = (tekst) => {
    const vak = document.querySelector("[data-onderweg-weigering]");
    vak.textContent = tekst;
    vak.hidden = false;
    if (form) form.hidden = true;
  };
  const maakKluis = async () => {
    const [een, twee] = ["pin-1", "pin-2"].map((id) => document.getElementById(id).value);
    const nee = T.pinKeur(een, twee);
    if (nee) throw new Error(nee);
    const stand = await T.concept.vraag();
    const lijf = new FormData();
    lijf.set("actie", "beginnen");
    const antwoord = await fetch(form.dataset.apparaatUrl, { method: "POST", body: lijf, redirect: "manual", headers: { "X-CSRFToken": stand.csrf } });
    if (!antwoord.ok) throw new Error("Dat lukte niet. Ververs de pagina en probeer het opnieuw.");
    await navigator.serviceWorker.register(form.dataset.werkerUrl);
    await navigator.serviceWorker.ready;
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    await K.maken(een, await antwoord.json());
  };
  const klaarzetten = async (g) => {
    g.preventDefault();
    const knop = form.querySelector("button");
    if (knop.hasAttribute("aria-disabled")) return;
    fout("");
    if (!form.querySelector("input[name=bezoek]:checked")) return fout("Kies eerst een of meer huisbezoeken.");
    knop.setAttribute("aria-disabled", "true");
    try {
      if (K.stand === "geen") await maakKluis();
      form.elements.apparaat.value = K.bos.apparaat;
      form.submit();
    } catch (wat) {
      fout(wat.name === "TypeError" ? "Er is geen verbinding. Zet klaar zolang er verbinding is." : wat.message);
      knop.removeAttribute("aria-disabled");
    }
  };

  /* fetch what goes along; a page is kept without what belongs to this session or to other pages */
  const WEG = ".tg-zijmenu, form[action*='/tafelstand/'], .tg-kruimelpad, .tg-concept, .tg-dossierkop__bsn, [data-niet-onderweg], input[name=csrfmiddlewaretoken], input[name=formuliersleutel], script";
  const isKaart = (adres) => adres.endsWith("/bezoek/");
  const haal = async (adres, li) => {
    const antwoord = await fetch(adres, { redirect: "manual", cache: "no-store", headers: isKaart(adres) ? {} : { "X-Onderweg": "aan-tafel" } });
    if (!antwoord.ok) return false;
    const blad = new DOMParser().parseFromString(await antwoord.text(), "text/html");
    const kader = blad.querySelector(".tg-kader");
    kader.querySelectorAll(WEG).forEach((el) => el.remove());
    const { zaak = li.dataset.bagage, naam, begint } = li.dataset;
    await K.bewaar("paginas", zonder(adres), { adres: zonder(adres), zaak, naam, begint, titel: blad.querySelector("h1").textContent.trim(), html: kader.innerHTML }, { tot: Date.parse(li.dataset.tot) });
    return true;
  };
  const ophalen = async () => {
    const lijst = document.querySelector("[data-onderweg-lijst]"), stand = lijst.querySelector("[data-onderweg-stand]");
    const nieuw = new URLSearchParams(location.search).has("haal"), heeft = new Set(await K.ids("paginas"));
    let mis = 0;
    for (const li of lijst.querySelectorAll("[data-bagage]")) {
      const adressen = li.dataset.paginas.split(" "), vak = li.querySelector("[data-bagage-stand]");
      let goed = 0;
      const rij = [...adressen];
      const een = async () => {
        for (let adres = rij.shift(); adres; adres = rij.shift()) {
          if (!nieuw && heeft.has(zonder(adres))) { goed += 1; continue; }
          try { if (await haal(adres, li)) goed += 1; } catch { /* counted below */ }
          vak.textContent = `${goed} van ${adressen.length} bladen`;
        }
      };
      await Promise.all([een(), een(), een()]);
      const klaar = goed === adressen.length;
      vak.textContent = klaar ? "klaargezet voor onderweg" : `niet alles: ${goed} van ${adressen.length} bladen`;
      mis += klaar ? 0 : 1;
    }
    if (lijst.querySelector("[data-bagage]")) stand.textContent = mis ? "Niet alles staat op dit apparaat. Ververs de pagina om het opnieuw te proberen." : "Alles staat op dit apparaat. U kunt op pad.";
    const adres = new URL(location.href);
    adres.searchParams.delete("haal");
    history.replaceState(history.state, "", adres);
  };
  const begin = async () => {
    if (!K.kan || !("serviceWorker" in navigator)) return weiger("Deze browser kan niets veilig bewaren. Gebruik een nieuwere browser, op een adres met https.");
    if (K.stand === "ander") return weiger("Op dit apparaat staan bezoeken van een collega. Laat die eerst uitloggen.");
    if (form) {
      form.querySelector("[data-onderweg-pin]").hidden = K.stand !== "geen";
      form.addEventListener("submit", klaarzetten);
    }
    if (K.stand !== "open") return null;
    if (!new URLSearchParams(location.search).get("apparaat")) {
      const adres = new URL(location.href);
      adres.searchParams.set("apparaat", K.bos.apparaat);
      return location.replace(adres);
    }
    return ophalen();
  };

  /* the shell */
  const ORDE = ["bezoek", "gesprek", "zrm", "jeugd", "afweging", "plan"];
  const plaats = (p) => ORDE.indexOf(p.adres.split("/").at(-2));
  const menu = (paginas, hier) => {
    const lijst = maak("ul");
    for (const p of paginas.filter((q) => !q.adres.includes("?")).sort((a, b) => plaats(a) - plaats(b))) {
      const a = maak("a", { href: p.adres, textContent: p.titel });
      if (p.adres === hier) a.setAttribute("aria-current", "page");
      lijst.append(maak("li", {}, a));
    }
    const nav = maak("nav", { className: "tg-tabs" }, lijst);
    nav.setAttribute("aria-label", "Dit bezoek");
    return nav;
  };
  /* the inwoner looks along: of the card stays what is for his eyes, until somebody switches tafelstand off */
  const voorDeTafel = (blad, { zaak }) => {
    const kop = blad.querySelector(".tg-dossierkop"), naam = blad.querySelector(".tg-dossierkop__naam");
    const uit = maak("button", { type: "button", className: "utrecht-button utrecht-button--secondary-action", textContent: "Tafelstand uit" });
    uit.addEventListener("click", async () => { await K.tafel(zaak, false); toonPagina(); });
    kop.replaceChildren(maak("div", { className: "tg-dossierkop__regel" }, maak("strong", { className: "tg-dossierkop__naam", textContent: naam.textContent }), maak("span", { textContent: "Tafelstand aan" }), uit));
    blad.querySelectorAll("[data-niet-aan-tafel]").forEach((el) => el.remove());
  };
  const toonPagina = async () => {
    const plek = document.querySelector("[data-schil-plek]"), paginas = await K.alle("paginas"), hier = zonder(location.href);
    const pagina = paginas.find((p) => p.adres === hier);
    if (pagina) {
      const blad = new DOMParser().parseFromString(pagina.html, "text/html"), kaart = isKaart(hier);
      if (await K.tafel(pagina.zaak, kaart ? undefined : true) && kaart) voorDeTafel(blad, pagina);
      plek.replaceChildren(menu(paginas.filter((p) => p.zaak === pagina.zaak), hier.split("?")[0]), ...document.adoptNode(blad.body).childNodes);
      document.title = `${pagina.titel} – Toegang`;
      await T.concept.neem(plek);
      if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
      return T.concept.synchroniseer();
    }
    const main = maak("main", { className: "tg-inhoud", id: "inhoud", tabIndex: -1 }, maak("h1", { className: "utrecht-heading-1", textContent: "Onderweg" }));
    main.append(maak("p", { textContent: "Er is geen verbinding, en deze pagina is niet meegenomen. Dit staat wel op dit apparaat:" }));
    const lijst = maak("ul");
    for (const p of paginas.filter((q) => isKaart(q.adres)).sort((a, b) => a.begint.localeCompare(b.begint))) lijst.append(maak("li", {}, `${p.begint}: `, maak("a", { href: p.adres, textContent: p.naam })));
    main.append(lijst.children.length ? lijst : maak("p", { className: "tg-leeg", textContent: "Er zijn geen bezoeken klaargezet, of hun dag is voorbij." }));
    const weer = maak("a", { href: location.href, textContent: "Probeer het opnieuw met verbinding" });
    main.append(maak("p", {}, weer));
    plek.replaceChildren(main);
    return T.concept.synchroniseer();
  };
  /* online the page itself says how it stands; the device keeps it for when the signal goes */
  const aanTafel = !("schil" in wortel.dataset) && document.body.classList.contains("tg-bezoek") && /^\/wijkteams\/zaak\/([^/]+)\//.exec(location.pathname);
  if (aanTafel) K.gereed.then(() => K.stand === "open" && K.tafel(aanTafel[1], document.body.classList.contains("tg-aan-tafel")));
  if ("schil" in wortel.dataset) {
    K.gereed.then(() => {
      if (K.stand === "open") return toonPagina();
      let getoond = false;
      return K.luister((wat) => { if (wat === "open" && !getoond) { getoond = true; toonPagina(); } });
    });
  } else if (form || document.querySelector("[data-onderweg-lijst]")) {
    K.gereed.then(begin);
    K.luister((wat) => { if (wat === "open") begin(); });
  }
})();
