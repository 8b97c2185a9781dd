/* Locking is not signing out: after 15 idle minutes the page covers itself and asks the PIN, also without signal. What was
   on it leaves the document until then; text and key stay. Only Uitloggen wipes, and not while something is unsent. */
(() => {
  "use strict";
  const T = window.Toegang, K = T.kluis, wortel = document.documentElement, VLAG = "toegang-slot";
  const schil = "schil" in wortel.dataset, hier = schil || Boolean(wortel.dataset.wie);
  let inhoud = null, titel = "", focus = null, plek = 0;
  const vlag = (aan) => { try { aan ? localStorage.setItem(VLAG, "ja") : localStorage.removeItem(VLAG); } catch { /* no storage: the page itself covers */ } };
  const staat = () => { try { return localStorage.getItem(VLAG) === "ja"; } catch { return false; } };
  if (hier && staat()) document.body.hidden = true;

  const maak = (soort, eigenschappen = {}, ...kinderen) => {
    const el = Object.assign(document.createElement(soort), eigenschappen);
    el.append(...kinderen);
    return el;
  };
  const pinveld = (id, tekst) => maak("div", { className: "tg-veld" }, maak("label", { className: "utrecht-form-label", htmlFor: id, textContent: tekst }), maak("input", { id, type: "password", inputMode: "numeric", autocomplete: "off", className: "utrecht-textbox utrecht-textbox--html-input tg-kort" }));
  const knop = (tekst, soort = "primary-action") => maak("button", { type: "submit", className: `utrecht-button utrecht-button--${soort}`, textContent: tekst });
  /** Why this PIN will not do, or "". */
  T.pinKeur = (een, twee) => {
    if (!/^\d{6,12}$/.test(een)) return "Kies een pincode van 6 tot 12 cijfers.";
    const stappen = new Set([...een].slice(1).map((c, i) => Number(c) - Number(een[i])));
    if (stappen.size === 1 && [0, 1, -1].includes([...stappen][0])) return "Deze pincode is te makkelijk te raden. Kies een andere.";
    return een === twee ? "" : "De twee pincodes zijn niet hetzelfde.";
  };

  const scherm = (kop, zin, ...delen) => {
    const fout = maak("p", { className: "tg-fout" });
    fout.setAttribute("role", "alert");
    const blad = maak("main", { className: "tg-slot", id: "slot", tabIndex: -1 }, maak("h1", { className: "utrecht-heading-1", textContent: kop }), maak("p", { textContent: zin }), ...delen, fout);
    document.body.replaceChildren(blad);
    document.body.hidden = false;
    document.title = `${kop} – Toegang`;
    (blad.querySelector("input") || blad).focus();
    return fout;
  };
  const vorm = (velden, tekst, doe) => {
    const f = maak("form", { className: "tg-formulier", noValidate: true, method: "dialog" }, ...velden, maak("div", { className: "utrecht-action-group" }, knop(tekst)));
    f.dataset.vrij = "";
    f.addEventListener("submit", async (g) => {
      g.preventDefault();
      const druk = f.querySelector("button");
      if (druk.hasAttribute("aria-disabled")) return;
      druk.setAttribute("aria-disabled", "true");
      try { await doe(); } finally { druk.removeAttribute("aria-disabled"); }
    });
    return f;
  };
  const post = async (velden) => {
    const stand = await T.concept.vraag();
    if (!stand.wie) return { status: 403 };
    const lijf = new FormData();
    for (const [naam, waarde] of Object.entries(velden)) lijf.set(naam, waarde);
    return fetch("/wijkteams/onderweg/apparaat/", { method: "POST", body: lijf, redirect: "manual", headers: { "X-CSRFToken": stand.csrf } });
  };
  const link = (tekst, href) => maak("p", {}, maak("a", { href, textContent: tekst }));
  const pinscherm = () => {
    const een = pinveld("slot-pin", "Pincode");
    const fout = scherm("Vergrendeld", "Uw tekst staat veilig op dit apparaat. Vul uw pincode in, dan gaat u verder waar u was.", vorm([een], "Ontgrendelen", async () => {
      const veld = een.querySelector("input"), pin = veld.value;
      veld.value = "";
      if (await K.ontgrendelen(pin)) return;
      if (K.stand === "dicht") return dichtscherm();
      const nog = K.POGINGEN - K.bos.pogingen;
      fout.textContent = `Deze pincode klopt niet. U kunt het nog ${nog} keer proberen.`;
      veld.focus();
    }), vorm([], "Pincode vergeten", () => dichtscherm("Pincode vergeten")));
    document.querySelectorAll("#slot button")[1].className = "utrecht-button utrecht-button--subtle";
  };
  /* too many tries, or forgotten: the same person signs in with signal, and chooses a new PIN */
  const dichtscherm = async (kop = "Op slot") => {
    const waarom = K.stand === "dicht" ? "Er is vijf keer een verkeerde pincode ingevuld. " : "";
    const opnieuw = () => vorm([], "Probeer opnieuw", () => dichtscherm(kop));
    let antwoord;
    try { antwoord = await post({ actie: "sleutel", apparaat: K.bos.apparaat }); } catch {
      return scherm(kop, `${waarom}Maak verbinding en log in. Daarna kiest u een nieuwe pincode. Uw tekst blijft staan.`, opnieuw());
    }
    if (antwoord.status === 401) {
      const { opnieuw: adres } = await antwoord.json();
      return scherm(kop, `${waarom}Log opnieuw in om een nieuwe pincode te kiezen. Uw tekst blijft staan.`, link("Inloggen", `${adres}?next=${encodeURIComponent(location.pathname + location.search)}`));
    }
    if (antwoord.status !== 200) return scherm(kop, `${waarom}Log in om een nieuwe pincode te kiezen. Uw tekst blijft staan.`, link("Inloggen", location.href));
    const server = await antwoord.json();
    const een = pinveld("slot-nieuw", "Nieuwe pincode"), twee = pinveld("slot-nieuw-2", "Nieuwe pincode, nog een keer");
    const fout = scherm(kop, `${waarom}Kies een nieuwe pincode van 6 tot 12 cijfers. Uw tekst blijft staan.`, vorm([een, twee], "Pincode kiezen", async () => {
      const [a, b] = [een, twee].map((v) => v.querySelector("input").value);
      const nee = T.pinKeur(a, b);
      if (nee) { fout.textContent = nee; return; }
      await K.herstellen(server, a);
    }));
  };

  const dek = () => {
    if (!hier) return;
    vlag(true);
    if (!inhoud) {
      [titel, focus, plek] = [document.title, document.activeElement, scrollY];
      inhoud = document.createDocumentFragment();
      inhoud.append(...document.body.childNodes);
    }
    (K.stand === "dicht" ? dichtscherm() : pinscherm());
  };
  const onthul = () => {
    vlag(false);
    if (!inhoud) return;
    document.body.replaceChildren(inhoud);
    inhoud = null;
    document.title = titel;
    scrollTo(0, plek);
    if (focus && focus.focus) focus.focus();
    T.concept.synchroniseer();
  };
  const kijk = async () => {
    if (!hier || K.stand !== "open" || Date.now() - K.laatst < K.SLOT_NA) return;
    await T.concept.alles();
    if (K.stand === "open" && Date.now() - K.laatst >= K.SLOT_NA) K.vergrendelen();
  };
  for (const soort of ["keydown", "pointerdown", "input", "wheel"]) addEventListener(soort, () => { if (K.stand === "open" && Date.now() - K.laatst < K.SLOT_NA) K.actief(); }, { capture: true, passive: true });
  for (const soort of ["visibilitychange", "focus", "pageshow"]) addEventListener(soort, kijk);
  setInterval(kijk, 5000);

  /* Uitloggen */
  const balk = (tekst, ...delen) => {
    document.getElementById("niet-uitgelogd")?.remove();
    const vak = maak("div", { className: "tg-sessie", id: "niet-uitgelogd" }, maak("p", { textContent: tekst }), ...delen);
    vak.setAttribute("role", "alert");
    document.getElementById("verbinding").after(vak);
  };
  const uitloggen = async (form) => {
    await T.concept.alles();
    await T.concept.synchroniseer();
    const n = (await T.concept.aantal()).samen;
    if (n) {
      const kies = document.getElementById("kies-versie") ? " Kies eerst een versie." : " Maak eerst verbinding.";
      return balk(n === 1 ? `Er staat nog 1 stuk op dit apparaat.${kies}` : `Er staan nog ${n} stukken op dit apparaat.${kies}`, vorm([], "Nu versturen", () => uitloggen(form)));
    }
    let verbonden = true;
    try { await post({ actie: "beeindigen", apparaat: K.bos.apparaat }); } catch { verbonden = false; }
    vlag(false);
    await K.wissen();
    if (verbonden) form.submit();
    else scherm("Uitgelogd", "Op dit apparaat staat niets meer. Er is geen verbinding: de server logt u vanzelf uit.");
  };
  addEventListener("submit", (g) => {
    if (g.target.id !== "uitloggen" || !["open", "slot", "dicht"].includes(K.stand)) return;
    g.preventDefault();
    g.stopImmediatePropagation();
    uitloggen(g.target);
  }, true);

  K.luister((wat) => {
    if (wat === "slot") dek();
    if (wat === "open") onthul();
    if (wat === "gewist") { vlag(false); inhoud = null; if (hier && document.visibilityState !== "prerender") scherm("Uitgelogd", "U bent op dit apparaat uitgelogd. Er staat niets meer op.", link("Opnieuw inloggen", "/")); }
  });
  K.gereed.then(() => {
    if (hier && ["slot", "dicht"].includes(K.stand)) dek();
    else { if (K.stand === "geen" || K.stand === "open") vlag(false); document.body.hidden = false; }
  });
})();
