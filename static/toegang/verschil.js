/* Both versions side by side, and the person chooses; fields of an older form; the text that was put back. */
(() => {
  "use strict";
  const T = (window.Toegang = window.Toegang || {});
  const VAST = new Set(["versie", "formuliernaam", "concept_mee", "niet_op_scherm"]);
  const maak = (soort, eigenschappen = {}, ...kinderen) => {
    const el = Object.assign(document.createElement(soort), eigenschappen);
    el.append(...kinderen);
    return el;
  };
  const gewoon = (waarden) => (waarden || []).map((w) => w.replace(/\r\n?/g, "\n").trim()).filter(Boolean).join("\n");
  const namen = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((n) => !VAST.has(n) && gewoon(a[n]) !== gewoon(b[n]));
  const moment = (om) => {
    const d = new Date(om);
    return `${d.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" })} om ${d.getHours()}.${String(d.getMinutes()).padStart(2, "0")} uur`;
  };
  const plek = (form) => form.closest(".tg-gesprek") || form;  /* beside its list of parts there is no room */
  const velden = (form, naam) => [...form.elements].filter((el) => el.name === naam);
  const woorden = (form, naam, waarden) => {
    const keuze = velden(form, naam).filter((el) => ["radio", "checkbox"].includes(el.type));
    if (!keuze.length) return gewoon(waarden) || "(leeg)";
    const gekozen = keuze.filter((el) => (waarden || []).includes(el.value)).map((el) => (el.labels[0] ? el.labels[0].textContent.trim() : el.value));
    return gekozen.join(", ") || "(niets gekozen)";
  };
  const rondje = (naam, waarde, tekst) => {
    const id = `versie-${naam}-${waarde}`;
    return maak("div", { className: "tg-keuze" }, maak("input", { type: "radio", name: `versie_${naam}`, value: waarde, id, className: "utrecht-radio-button utrecht-radio-button--html-input" }), " ", maak("label", { htmlFor: id, textContent: tekst, className: "utrecht-form-label utrecht-form-label--radio" }));
  };

  T.verschil = {
    namen,
    gelijk: (a, b) => namen(a, b).length === 0,
    /** `anders`: the fields that differ and may be seen. `gekozen(gegevens)` gets the values of the fields that differ, as the person chose them. */
    toon(vorm, ander, anders, vraagVan, gekozen) {
      const { form } = vorm, mijn = vorm.stuk.gegevens, hun = ander.gegevens;
      const bijschriften = (g) => { try { return JSON.parse((g.concept_mee || ["{}"])[0]).bijschriften || {}; } catch { return {}; } };
      const kop = maak("h2", { className: "utrecht-heading-3", textContent: "Deze tekst is ook op een ander scherm getypt" });
      const wanneer = ander.om ? ` De andere tekst is van ${moment(ander.om)}.` : "";
      const keuze = maak("form", { method: "dialog", noValidate: true });
      keuze.dataset.vrij = "";
      for (const naam of anders) {
        const el = velden(form, naam)[0];
        const vraag = el ? vraagVan(el) : bijschriften(hun)[naam] || bijschriften(mijn)[naam] || naam;
        const tekst = !el || !["radio", "checkbox", "select-one"].includes(el.type);
        const keuzes = maak("div", { className: "tg-keuzes" }, rondje(naam, "mijn", "Bewaar de tekst van dit scherm"), rondje(naam, "hun", "Bewaar de andere tekst"));
        if (tekst && gewoon(mijn[naam]) && gewoon(hun[naam])) keuzes.append(rondje(naam, "samen", "Bewaar samen"));
        const kant = (titel, waarden) => maak("div", {}, maak("h3", { className: "utrecht-heading-5", textContent: titel }), maak("div", { className: "tg-tekst", textContent: woorden(form, naam, waarden), tabIndex: 0 }));
        keuze.append(maak("fieldset", { className: "tg-verschil" }, maak("legend", { textContent: vraag }), maak("div", { className: "tg-naast-elkaar" }, kant("Tekst van dit scherm", mijn[naam]), kant("Andere tekst", hun[naam])), keuzes));
      }
      const fout = maak("p", { className: "tg-fout" });
      fout.setAttribute("role", "alert");
      keuze.append(fout, maak("div", { className: "utrecht-action-group" }, maak("button", { type: "submit", className: "utrecht-button utrecht-button--primary-action", textContent: "Deze keuze bewaren" })));
      const vak = maak("section", { className: "tg-verouderd utrecht-alert utrecht-alert--warning", id: "kies-versie", tabIndex: -1 }, maak("div", { className: "utrecht-alert__content" }, kop, maak("p", { textContent: `Er is niets overschreven.${wanneer} Kies per onderdeel wat wij bewaren.` }), keuze));
      vak.setAttribute("aria-label", "Kies een versie");
      document.getElementById("kies-versie")?.remove();
      plek(form).before(vak);
      keuze.addEventListener("submit", (g) => {
        g.preventDefault();
        const uit = {};
        for (const naam of anders) {
          const wat = keuze.querySelector(`input[name="${CSS.escape(`versie_${naam}`)}"]:checked`);
          if (!wat) { fout.textContent = "Kies bij elk onderdeel welke tekst blijft."; return; }
          uit[naam] = wat.value === "mijn" ? mijn[naam] || [] : wat.value === "hun" ? hun[naam] || [] : [`${gewoon(hun[naam])}\n\n${gewoon(mijn[naam])}`];
        }
        vak.remove();
        gekozen(uit);
        const eerste = [...form.elements].find((el) => el.type !== "hidden");
        if (eerste) eerste.focus();
      });
    },
    melding(vorm, om, weggooien) {
      const knop = maak("button", { type: "button", className: "utrecht-button utrecht-button--subtle", textContent: "Weggooien" });
      knop.addEventListener("click", weggooien);
      const vak = maak("div", { className: "tg-paneel tg-concept" }, maak("p", { textContent: `Dit is de tekst die u op ${moment(om)} typte. Hij is nog niet opgeslagen.` }), maak("div", { className: "utrecht-action-group" }, knop));
      vak.dataset.script = "";
      plek(vorm.form).before(vak);
    },
    oud(vorm, oud, verborgen) {
      const namen_ = Object.keys(oud.gegevens || {}).filter((naam) => !verborgen.has(naam));
      if (!namen_.length) return;
      const lijst = maak("dl", { className: "tg-gegevens" });
      for (const naam of namen_) lijst.append(maak("dt", { textContent: oud.bijschriften[naam] || naam }), maak("dd", { textContent: oud.gegevens[naam].join("\n") }));
      const vak = maak("section", { className: "tg-paneel" }, maak("h2", { textContent: "Dit typte u in een ouder formulier" }), maak("p", { textContent: "Het formulier is veranderd en heeft deze vragen niet meer. Neem hieruit over wat u nodig hebt." }), lijst);
      vak.dataset.oud = "";
      vak.setAttribute("aria-label", "Tekst uit een ouder formulier");
      plek(vorm.form).before(vak);
    },
  };
})();
