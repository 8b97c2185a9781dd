/* Nothing typed is lost: each form is kept within a second, on this device (encrypted, kluis.js) and on the server.
   A text has a name of its own (`sleutel`) and says on which texts it was built (`op`): sent twice is received once, and
   another device's text is never overwritten unseen. Forms: of a visit by their address, others by `data-concept`. */
(() => {
  "use strict";
  const T = window.Toegang, K = T.kluis, wortel = document.documentElement;
  const WACHT = 600, UITERLIJK = 4000, OPNIEUW = 10000;
  const BEZOEK = /^\/wijkteams\/zaak\/[^/]+\/(bezoek|gesprek|zrm|jeugd|afweging|hulpvraag|trede|verslag|plan|huisbezoek|evaluatie|consult)\b/;
  const NIET = new Set(["csrfmiddlewaretoken", "formuliersleutel", "bsn", "zoek_bsn", "te_kiezen"]);
  const VAST = new Set(["versie", "formuliernaam", "concept_mee", "niet_op_scherm"]);
  const vormen = new Map();
  const regel = document.getElementById("verbinding"), CONCEPT = regel ? regel.dataset.conceptUrl : "";
  const schil = "schil" in wortel.dataset;
  let csrf = "", toestand = schil || !navigator.onLine ? "uit" : "goed", bezigMet = "", gesproken = "", later = 0;

  const klok = (wanneer) => `${wanneer.getHours()}.${String(wanneer.getMinutes()).padStart(2, "0")} uur`;
  const stukken = (n) => `${n} ${n === 1 ? "stuk" : "stukken"}`;
  const open = () => K.stand === "open";

  /* the form as data: name -> values, with the names and questions, so that an older form can still be read */
  const isVeld = (el) => el.name && !el.disabled && !NIET.has(el.name) && !["submit", "button", "file", "password", "fieldset", "output"].includes(el.type) && (el.type !== "hidden" || VAST.has(el.name));
  const vraagVan = (el) => {
    const groep = ["radio", "checkbox"].includes(el.type) && el.closest("fieldset");
    const plek = (groep && groep.querySelector("legend")) || (el.labels && el.labels[0]);
    return plek ? plek.textContent.trim().replace(/\s+/g, " ").slice(0, 200) : el.name;
  };
  /* at the table the form has fields that are not on the screen: what was typed there is kept, and never shown */
  const verborgen = (form) => new Set([...form.querySelectorAll('input[name="niet_op_scherm"]')].map((el) => el.value));
  const lees = (vorm, oud) => {
    const gegevens = {}, namen = new Set(), bijschriften = { ...(oud.bijschriften || {}) };
    for (const el of vorm.elements) {
      if (!isVeld(el)) continue;
      namen.add(el.name);
      if (["radio", "checkbox"].includes(el.type) && !el.checked) continue;
      const waarden = el.type === "select-multiple" ? [...el.selectedOptions].map((o) => o.value) : [el.value];
      (gegevens[el.name] = gegevens[el.name] || []).push(...waarden);
      if (el.type !== "hidden" && waarden.join("")) bijschriften[el.name] = vraagVan(el);
    }
    for (const [naam, waarden] of Object.entries(oud.gegevens || {})) if (!namen.has(naam)) gegevens[naam] = waarden;
    gegevens.concept_mee = [JSON.stringify({ namen: [...namen], bijschriften })];
    return gegevens;
  };
  const mee = (gegevens) => { try { return JSON.parse((gegevens.concept_mee || ["{}"])[0]); } catch { return {}; } };
  const vulIn = (vorm, gegevens) => {
    const namen = new Set(mee(gegevens).namen || Object.keys(gegevens)), over = {};
    for (const [naam, waarden] of Object.entries(gegevens)) over[naam] = [...waarden];
    for (const el of vorm.elements) {
      if (!isVeld(el) || !namen.has(el.name) || ["formuliernaam", "niet_op_scherm"].includes(el.name)) continue;
      const waarden = gegevens[el.name] || [];
      const voor = `${el.value}${el.checked}`;
      if (["radio", "checkbox"].includes(el.type)) el.checked = waarden.includes(el.value);
      else if (el.type === "select-multiple") for (const o of el.options) o.selected = waarden.includes(o.value);
      else el.value = over[el.name] && over[el.name].length ? over[el.name].shift() : "";
      if (`${el.value}${el.checked}` === voor) continue;
      for (let d = el.closest("details:not([open])"); d; d = d.parentElement.closest("details:not([open])")) d.open = true;
      el.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const nu = new Set([...vorm.elements].map((el) => el.name));
    const oud = Object.entries(gegevens).filter(([naam, w]) => !nu.has(naam) && !VAST.has(naam) && !NIET.has(naam) && !naam.startsWith("bewaar_") && w.join("").trim());
    return { gegevens: Object.fromEntries(oud), bijschriften: mee(gegevens).bijschriften || {} };
  };

  /* the server */
  const vraag = async (pad = location.pathname) => {
    const antwoord = await fetch(`${CONCEPT}?voor=${encodeURIComponent(pad)}`, { redirect: "manual", cache: "no-store", headers: { Accept: "application/json" } });
    if (antwoord.status >= 500) throw Object.assign(new Error("server"), { server: true });
    const stand = antwoord.ok ? await antwoord.json() : { wie: "" };
    csrf = stand.csrf || csrf;
    return stand;
  };
  const wieBenIk = () => wortel.dataset.wie || (K.bos && K.bos.wie) || "";
  const stuur = async (stuk, stop, nogEens = true) => {
    const lijf = new FormData();
    for (const [naam, waarden] of Object.entries(stuk.gegevens)) for (const w of waarden) lijf.append(naam, w);
    lijf.set("concept_wie", wieBenIk());
    if (stuk.sleutel) { lijf.set("concept_sleutel", stuk.sleutel); lijf.set("concept_op", stuk.op.join(",")); }
    if (stuk.formuliersleutel) lijf.set("formuliersleutel", stuk.formuliersleutel);
    try {
      if (!csrf) await vraag();
      const antwoord = await fetch(`${CONCEPT}?voor=${encodeURIComponent(stuk.formulier)}`, { method: "POST", body: lijf, signal: stop, redirect: "manual", headers: { "X-CSRFToken": csrf, "X-Requested-With": "fetch" } });
      if (antwoord.status === 204) return { soort: "goed" };
      if (antwoord.ok) return { soort: "goed", ...(await antwoord.json()) };
      if (antwoord.status === 409) return { soort: "anders", ...(await antwoord.json()) };
      if (antwoord.status === 400 || antwoord.status === 413) return { soort: "teveel" };
      if (antwoord.status === 403 || antwoord.type === "opaqueredirect") {
        const stand = await vraag();
        if (!stand.wie) return { soort: "sessie" };
        if (stand.wie !== wieBenIk()) return { soort: "ander" };
        if (nogEens) return stuur(stuk, stop, false);
      }
      return { soort: "fout" };
    } catch (fout) {
      return { soort: fout.name === "AbortError" ? "afgebroken" : fout.server ? "fout" : "uit" };
    }
  };

  /* one form */
  const naamVan = (vorm) => {
    if (!vorm.volledig) return new URL(vorm.form.dataset.conceptUrl, location.href).searchParams.get("voor");
    const deel = new URL(vorm.form.getAttribute("action") || "", location.href).searchParams.get("open") || new URLSearchParams(location.search).get("open");
    const naam = vorm.form.elements.formuliernaam;
    return location.pathname + (deel ? `?open=${encodeURIComponent(deel)}` : "") + (naam ? `#${naam.value}` : "");
  };
  const toon = (vorm, tekst, fout) => {
    const vak = vorm.form.querySelector("[data-bewaard]");
    if (!vak) return;
    vak.textContent = tekst;
    vak.classList.toggle("tg-bewaard--fout", fout);
    const spreek = vak.parentElement.querySelector("[data-bewaard-spreek]");
    if (spreek && (fout || Date.now() - later > 60000)) { spreek.textContent = tekst; later = Date.now(); }
  };
  const maakStuk = (vorm) => {
    if (vorm.stuk && vorm.stuk.teller === vorm.teller) return vorm.stuk;
    const sleutelveld = vorm.form.elements.formuliersleutel;
    return (vorm.stuk = {
      id: vorm.id, formulier: vorm.naam, url: location.pathname + location.search, om: Date.now(), teller: vorm.teller,
      sleutel: vorm.volledig ? crypto.randomUUID() : "", op: [...vorm.op, ...vorm.verstuurd], gegevens: lees(vorm.form, vorm.oud),
      formuliersleutel: vorm.volledig && sleutelveld && !schil && !terug ? sleutelveld.value : "",
    });
  };
  const terug = performance.getEntriesByType("navigation").some((n) => n.type === "back_forward");
  const ronde = async (vorm) => {
    if (vorm.klaar === vorm.teller) return;  /* nothing was typed since it was received */
    const stuk = maakStuk(vorm);
    vorm.veilig = false;
    if (open() && vorm.volledig) {
      try {
        await K.bewaar("stukken", vorm.id, stuk, { anders: Boolean(vorm.ander) });
        vorm.veilig = true;
        vorm.vol = false;
        if (vorm.teller === stuk.teller) delete vorm.form.dataset.gewijzigd;
      } catch { vorm.vol = open(); }
    }
    await toonRegel();
    if (vorm.ander || vorm.weg) return;
    vorm.stop = new AbortController();
    const uitslag = await stuur(stuk, vorm.stop.signal);
    if (vorm.weg || uitslag.soort === "afgebroken") return;
    zetToestand(uitslag.soort);
    if (uitslag.soort === "goed" || (uitslag.soort === "anders" && T.verschil.gelijk(stuk.gegevens, uitslag.gegevens))) {
      vorm.op = uitslag.sleutel ? [uitslag.sleutel] : [];
      vorm.verstuurd = [];
      vorm.klaar = stuk.teller;
      if (vorm.teller === stuk.teller) { delete vorm.form.dataset.gewijzigd; vorm.stuk = null; }
      await K.weg("stukken", vorm.id);
      K.stukkenVeranderd();
      toon(vorm, `Bewaard om ${klok(new Date())}`, false);
      if (vorm.teller !== stuk.teller) vorm.nogEens = true;
    } else if (uitslag.soort === "anders") {
      conflict(vorm, uitslag);
    } else {
      vorm.verstuurd = [...vorm.verstuurd.filter((s) => s !== stuk.sleutel), stuk.sleutel].slice(-20);
      toon(vorm, uitslag.soort === "teveel" ? "Deze tekst is te lang om te bewaren. Maak hem korter." : vorm.veilig ? `Op dit apparaat bewaard om ${klok(new Date())}` : "Nog niet bewaard. Wij proberen het opnieuw.", !vorm.veilig);
      if (uitslag.soort === "uit" || uitslag.soort === "fout") straks(vorm, OPNIEUW);
    }
    await toonRegel();
  };
  const bewaar = (vorm) => {
    clearTimeout(vorm.klok);
    vorm.klok = vorm.sinds = 0;
    if (vorm.bezig) { vorm.nogEens = true; return vorm.bezig; }
    const loop = async () => { do { vorm.nogEens = false; await ronde(vorm); } while (vorm.nogEens); };
    return (vorm.bezig = loop().finally(() => { vorm.bezig = null; }));
  };
  const straks = (vorm, na) => { clearTimeout(vorm.klok); vorm.klok = setTimeout(() => bewaar(vorm), na); };
  const conflict = (vorm, ander) => {
    vorm.ander = ander;
    if (open() && vorm.veilig) K.bewaar("stukken", vorm.id, vorm.stuk, { anders: true }).then(K.stukkenVeranderd).catch(() => null);
    const kies = (gekozen) => {
      vulIn(vorm.form, { ...lees(vorm.form, vorm.oud), ...gekozen });
      if (ander.sleutel) { vorm.op = [ander.sleutel]; vorm.verstuurd = []; }
      if (ander.lokaal) K.weg("stukken", ander.lokaal);
      vorm.ander = null;
      vorm.teller += 1;
      bewaar(vorm);
    };
    const anders = T.verschil.namen(vorm.stuk.gegevens, ander.gegevens).filter((naam) => !verborgen(vorm.form).has(naam));
    if (anders.length) T.verschil.toon(vorm, ander, anders, vraagVan, kies);
    else kies({});
  };
  const hersteld = (vorm, gegevens, om) => {
    vorm.oud = vulIn(vorm.form, gegevens);
    T.verschil.melding(vorm, om, async () => {
      vorm.weg = true;
      if (vorm.stop) vorm.stop.abort();
      await K.weg("stukken", vorm.id);
      const lijf = new FormData();
      lijf.set("weggooien", "ja");
      await fetch(`${CONCEPT}?voor=${encodeURIComponent(vorm.naam)}`, { method: "POST", body: lijf, redirect: "manual", headers: { "X-CSRFToken": csrf } }).catch(() => null);
      delete vorm.form.dataset.gewijzigd;
      location.assign(location.pathname + location.search.replace(/[?&]concept=ja/, ""));
    });
    T.verschil.oud(vorm, vorm.oud, verborgen(vorm.form));
  };

  /* a text belongs to a page as long as that page lives; after a crash its lock is free */
  const pak = (id) => new Promise((ja) => {
    if (!navigator.locks) return ja(true);
    const vast = () => { ja(true); return new Promise(() => {}); };
    return navigator.locks.request(`stuk-${id}`, { signal: AbortSignal.timeout(1500) }, vast).catch(() => ja(false));
  });
  const isVorm = (form) => form.method === "post" && !("vrij" in form.dataset) && !("geenConcept" in form.dataset) && form.closest(".tg-kader") && (BEZOEK.test(location.pathname) || "concept" in form.dataset || form.dataset.conceptUrl) && [...form.elements].some((el) => isVeld(el) && el.type !== "hidden");
  const neem = async (plek = document) => {
    const forms = [...plek.querySelectorAll("form")].filter(isVorm);
    if (!forms.length) return;
    for (const form of forms) {
      const vorm = { form, volledig: BEZOEK.test(location.pathname) || "concept" in form.dataset, id: K.kan ? crypto.randomUUID() : "", op: [], verstuurd: [], teller: 0, klaar: 0, oud: {} };
      form.autocomplete = "off";
      form.dataset.concept = "";
      vorm.naam = naamVan(vorm);
      vormen.set(form, vorm);
    }
    const lokaal = await K.alle("stukken");
    let concepten = {};
    try {
      const stand = await vraag();
      concepten = stand.concepten || {};
      zetToestand(!stand.wie ? "sessie" : stand.wie !== wieBenIk() ? "ander" : "goed");
    } catch (fout) { zetToestand(fout.server ? "fout" : "uit"); }
    const gepost = "gepost" in wortel.dataset;
    for (const form of forms) {
      const vorm = vormen.get(form), server = concepten[vorm.naam];
      if (!vorm.volledig) continue;
      const los = [];
      for (const stuk of lokaal.sort((a, b) => a.om - b.om)) if (stuk.formulier === vorm.naam && (await pak(stuk.id))) los.push(stuk);
      const laatste = los.pop();
      document.querySelectorAll(".tg-concept:not([data-script])").forEach((el) => el.remove());
      if (laatste) {
        Object.assign(vorm, { id: laatste.id, op: laatste.op, verstuurd: [laatste.sleutel], veilig: true, klaar: -1 });
        if (!gepost && vorm.teller === 0) {
          hersteld(vorm, laatste.gegevens, laatste.om);
          vorm.stuk = { ...laatste, teller: 0 };
        } else vorm.teller += 1;
      } else if (server && (gepost || vorm.teller === 0)) {
        vorm.op = server.sleutel ? [server.sleutel] : [];
        if (!gepost) hersteld(vorm, server.gegevens, Date.parse(server.om));
      }
      if (!laatste) await pak(vorm.id);
      if (los.length) conflict(vorm, { gegevens: los[0].gegevens, lokaal: los[0].id, om: los[0].om });
      const fout = gepost && (form.querySelector("[aria-invalid=true], .tg-veld--fout, .tg-verouderd") || forms.length === 1);
      if (fout) vorm.teller += 1;
      if (laatste || fout) bewaar(vorm);
    }
  };

  /* texts of other pages, when there is a signal again */
  let loopt = null;
  const synchroniseer = () => (loopt = loopt || verstuurAlles().finally(() => { loopt = null; toonRegel(); }));
  const verstuurAlles = async () => {
    if (toestand === "uit") {
      try {
        const stand = await vraag();
        zetToestand(!stand.wie ? "sessie" : stand.wie !== wieBenIk() ? "ander" : "goed");
      } catch { return; }
    }
    await Promise.all([...vormen.values()].filter((v) => v.stuk && !v.ander).map((v) => bewaar(v)));
    if (!open()) return;
    const eigen = new Set([...vormen.values()].map((v) => v.id));
    const rest = (await K.alle("stukken")).filter((s) => !eigen.has(s.id) && !s.anders);
    let nummer = 0;
    for (const stuk of rest) {
      nummer += 1;
      bezigMet = `Versturen, ${nummer} van ${rest.length}`;
      await toonRegel();
      const uitslag = await navigator.locks.request(`stuk-${stuk.id}`, { ifAvailable: true }, async (slot) => {
        if (!slot) return null;
        const uit = await stuur(stuk);
        if (uit.soort === "goed" || (uit.soort === "anders" && T.verschil.gelijk(stuk.gegevens, uit.gegevens))) await K.weg("stukken", stuk.id);
        else if (uit.soort === "anders") await K.bewaar("stukken", stuk.id, stuk, { anders: true });
        K.stukkenVeranderd();  /* the other tabs draw their line anew */
        return uit;
      });
      if (uitslag) zetToestand(uitslag.soort);
      if (uitslag && !["goed", "anders"].includes(uitslag.soort)) break;
    }
    bezigMet = "";
  };

  /* the one line */
  const zetToestand = (soort) => {
    if (soort === "teveel" || soort === "afgebroken") return;
    const eerder = toestand;
    toestand = soort === "anders" ? "goed" : soort;
    if (eerder !== "goed" && toestand === "goed") setTimeout(synchroniseer, 0);
  };
  const aantal = async () => {
    const opslag = await K.ids("stukken");
    const scherm = [...vormen.values()].filter((v) => v.volledig && v.form.dataset.gewijzigd && !opslag.includes(v.id)).length;
    return { opslag: opslag.length, scherm, samen: opslag.length + scherm };
  };
  const toonRegel = async () => {
    if (!regel) return;
    const n = await aantal(), eigen = [...vormen.values()], keuzes = eigen.filter((v) => v.ander).length;
    const anders = keuzes + (await K.koppen("stukken")).filter((k) => k.anders && !eigen.some((v) => v.id === k.id)).length, vol = [...vormen.values()].some((v) => v.vol);
    const waar = n.scherm && !n.opslag ? "op dit scherm. Laat het open" : "op dit apparaat";
    let tekst = "Verbonden, alles bewaard", soort = "goed", naar = "";
    if (bezigMet) [tekst, soort] = [bezigMet, "bezig"];
    else if (anders) {
      [tekst, soort] = [`${stukken(anders)} niet verstuurd: kies een versie`, "kies"];
      const elders = keuzes ? null : (await K.alle("stukken")).find((s) => s.anders);
      naar = elders ? elders.url : "#kies-versie";
    } else if (toestand === "uit") [tekst, soort] = [`Geen verbinding: ${stukken(n.samen)} ${waar}`, "uit"];
    else if (toestand === "sessie") [tekst, soort, naar] = [`U bent uitgelogd: ${stukken(n.samen)} ${waar}`, "uit", location.href];
    else if (toestand === "ander") [tekst, soort] = [`Een collega is hier ingelogd: ${stukken(n.samen)} ${waar}`, "uit"];
    else if (toestand === "fout" && n.samen) [tekst, soort] = [`Nog niet verstuurd: ${stukken(n.samen)} ${waar}`, "uit"];
    else if (n.samen) [tekst, soort] = ["Bewaren…", "bezig"];
    if (vol) tekst += ". Dit apparaat is vol: laat dit scherm open";
    regel.hidden = !vormen.size && !["open", "slot", "dicht"].includes(K.stand);
    regel.className = `tg-verbinding tg-verbinding--${soort}`;
    const vak = regel.querySelector("[data-verbinding-tekst]");
    const inhoud = naar ? `${tekst}. ` : tekst;
    if (vak.dataset.tekst !== inhoud + naar) {
      vak.dataset.tekst = inhoud + naar;
      vak.textContent = inhoud;
      if (naar) vak.append(Object.assign(document.createElement("a"), { href: naar, textContent: toestand === "sessie" && soort === "uit" ? "Inloggen" : "Kies een versie" }));
    }
    if (soort !== "bezig" && gesproken !== soort) {
      if (gesproken || soort !== "goed") regel.querySelector("[data-verbinding-spreek]").textContent = tekst;
      gesproken = soort;
    }
  };

  addEventListener("input", (g) => {
    const vorm = g.target.form && vormen.get(g.target.form);
    if (!vorm || !isVeld(g.target)) return;
    vorm.teller += 1;
    vorm.form.dataset.gewijzigd = "ja";
    vorm.weg = false;
    vorm.sinds = vorm.sinds || Date.now();
    clearTimeout(vorm.klok);
    vorm.klok = setTimeout(() => bewaar(vorm), Math.max(0, Math.min(WACHT, vorm.sinds + UITERLIJK - Date.now())));
  }, true);
  const meld = (vorm, tekst) => {
    let vak = vorm.form.querySelector("[data-concept-melding]");
    if (!vak) {
      vak = Object.assign(document.createElement("p"), { className: "tg-weigering" });
      vak.dataset.conceptMelding = "";
      vak.setAttribute("role", "alert");
      vorm.form.append(vak);
    }
    vak.textContent = tekst;
  };
  addEventListener("submit", (g) => {
    const vorm = vormen.get(g.target);
    if (!vorm || !vorm.volledig || vorm.door) return;
    const stil = () => { g.preventDefault(); g.stopImmediatePropagation(); };
    if (vorm.ander) { stil(); return document.getElementById("kies-versie").focus(); }
    if (schil || toestand !== "goed" || !navigator.onLine) {
      stil();
      vorm.teller += vorm.stuk ? 0 : 1;
      return bewaar(vorm).then(() => {
        if (!schil && toestand === "goed" && !vorm.ander) { vorm.door = vorm.weg = true; return vorm.form.requestSubmit(g.submitter); }
        const waar = vorm.veilig ? "op dit apparaat" : toestand === "goed" ? "bij uw concepten" : "op dit scherm";
        meld(vorm, toestand === "goed" ? `Uw tekst staat ${vorm.stuk ? waar : "bij uw concepten"}. Er is weer verbinding: ververs de pagina, dan kunt u het formulier opslaan.` : `Uw tekst staat ${waar}. Sla het formulier op als er weer verbinding is.`);
      });
    }
    vorm.weg = true;
    clearTimeout(vorm.klok);
    if (vorm.stop) vorm.stop.abort();
    if (open() && vorm.form.dataset.gewijzigd) K.bewaar("stukken", vorm.id, maakStuk(vorm)).catch(() => null);
    delete vorm.form.dataset.gewijzigd;
  }, true);
  const alles = () => Promise.all([...vormen.values()].filter((v) => v.klok || v.form.dataset.gewijzigd).map((v) => bewaar(v)));
  /* who goes on within a second after the last key is held until his text lies somewhere; two seconds at most */
  const WEGGAAN = 2000, mag = new WeakSet();
  const half = () => [...vormen.values()].some((v) => v.volledig && v.form.dataset.gewijzigd);
  const eerst = () => Promise.race([alles().catch(() => null), new Promise((ja) => { setTimeout(ja, WEGGAAN); })]);
  addEventListener("click", (g) => {
    const a = g.target.closest && g.target.closest("a[href]");
    if (!a || g.defaultPrevented || g.button || g.ctrlKey || g.metaKey || g.shiftKey || g.altKey || a.target || a.hasAttribute("download")) return;
    const naar = new URL(a.href, location.href), zelfde = naar.pathname + naar.search === location.pathname + location.search;
    if (naar.origin !== location.origin || (zelfde && naar.hash) || !half()) return;
    g.preventDefault();
    eerst().then(() => location.assign(naar));
  });
  addEventListener("submit", (g) => {
    const form = g.target;
    if (vormen.has(form) || form.method !== "post" || form.id === "uitloggen" || mag.has(form) || !half()) return;
    g.preventDefault();
    g.stopImmediatePropagation();
    mag.add(form);
    eerst().then(() => form.requestSubmit(g.submitter));
  }, true);
  addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") alles(); else if (toestand !== "goed") synchroniseer(); });
  addEventListener("online", () => { vormen.forEach((v) => v.stuk && bewaar(v)); synchroniseer(); });
  addEventListener("offline", () => { toestand = "uit"; toonRegel(); });
  addEventListener("pageshow", (g) => { if (g.persisted) vormen.forEach((v) => { v.weg = v.door = false; }); });
  /* also while connected: another page may have tried this text the moment before the signal was really there */
  setInterval(async () => { if (["uit", "fout", "goed"].includes(toestand) && navigator.onLine && (await aantal()).samen) synchroniseer(); }, OPNIEUW);

  T.concept = { neem, synchroniseer, alles, aantal, vraag, toonRegel, get csrf() { return csrf; }, get toestand() { return toestand; } };
  K.luister((wat) => { if (wat === "stukken") toonRegel(); });
  const begin = async () => { if (!schil) await neem(); await synchroniseer(); };
  K.gereed.then(() => (["slot", "dicht"].includes(K.stand) && (wortel.dataset.wie || schil) ? K.luister((wat) => wat === "open" && !vormen.size && begin()) : begin()));
})();
