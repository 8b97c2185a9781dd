/* Small comforts; every page works without them. No inline code, no eval: a strict CSP holds. */
(() => {
  "use strict";
  const klok = (wanneer) => `${wanneer.getHours()}.${String(wanneer.getMinutes()).padStart(2, "0")} uur`;
  const isTekst = (veld) => veld instanceof HTMLTextAreaElement || (veld instanceof HTMLInputElement && veld.type !== "hidden");
  const ongewijzigd = (formulier) => delete formulier.dataset.gewijzigd;

  /* double click: the first submit counts, the button says so; aria-disabled, never disabled */
  const losmaken = (formulier) => {
    delete formulier.dataset.bezig;
    for (const knop of formulier.querySelectorAll("button[aria-disabled]")) {
      knop.removeAttribute("aria-disabled");
      if (knop.dataset.tekst) knop.textContent = knop.dataset.tekst;
    }
  };
  document.addEventListener("submit", (gebeurtenis) => {
    const formulier = gebeurtenis.target;
    if (formulier.method !== "post" || "vrij" in formulier.dataset || formulier.target) return;
    if ("bezig" in formulier.dataset) {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      return;
    }
    formulier.dataset.bezig = "";
    ongewijzigd(formulier);
    const knop = gebeurtenis.submitter;
    if (!knop) return;
    knop.dataset.tekst = knop.textContent;
    knop.setAttribute("aria-disabled", "true");
    knop.textContent = knop.dataset.bezig || "Bezig met opslaan…";
  }, true);
  addEventListener("pageshow", () => document.querySelectorAll("form[data-bezig]").forEach(losmaken));
  document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
    const formulier = gebeurtenis.target.closest("form");
    if (formulier) losmaken(formulier);
  });

  /* the browser asks at leaving only while something is unsaved */
  const bewaakt = () => document.querySelector("form[data-gewijzigd]");
  addEventListener("beforeunload", (gebeurtenis) => {
    if (bewaakt()) gebeurtenis.preventDefault();
  });

  document.addEventListener("input", (gebeurtenis) => {
    const formulier = gebeurtenis.target.closest("form[data-bewaak]");
    if (formulier && !("concept" in formulier.dataset)) formulier.dataset.gewijzigd = "ja";
  });

  /* the weekday of a date, after entry */
  document.addEventListener("change", (gebeurtenis) => {
    const veld = gebeurtenis.target;
    if (!isTekst(veld) || !("datum" in veld.dataset)) return;
    const delen = veld.value.trim().match(/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/);
    const dag = delen && new Date(Number(delen[3]), Number(delen[2]) - 1, Number(delen[1]));
    const klopt = dag && dag.getMonth() === Number(delen[2]) - 1 && dag.getDate() === Number(delen[1]);
    let plek = veld.nextElementSibling;
    if (!plek || !plek.matches(".tg-dag")) {
      plek = document.createElement("span");
      plek.className = "tg-dag";
      veld.after(plek);
    }
    plek.textContent = klopt ? dag.toLocaleDateString("nl-NL", { weekday: "long" }) : "";
  });

  /* two minutes before the session ends */
  const sessie = document.getElementById("sessie");
  if (sessie) {
    const kanaal = "BroadcastChannel" in window ? new BroadcastChannel("toegang-sessie") : null;
    const duur = Number(sessie.dataset.seconden) * 1000;
    let einde, waarschuwing, slot;
    const tekst = sessie.querySelector("[data-sessie-tekst]");
    const blijf = sessie.querySelector("[data-sessie-blijf]");
    const opnieuw = () => {
      einde = Date.now() + duur;
      clearTimeout(waarschuwing);
      clearTimeout(slot);
      sessie.hidden = true;
      blijf.hidden = false;
      waarschuwing = setTimeout(() => {
        tekst.textContent = `U wordt om ${klok(new Date(einde))} uitgelogd.`;
        sessie.hidden = false;
      }, Math.max(0, duur - 120000));
      slot = setTimeout(() => {
        const kluis = window.Toegang && Toegang.kluis;
        if (kluis && ["open", "slot", "dicht"].includes(kluis.stand)) return;  /* locking is not signing out */
        if (!bewaakt()) return location.reload();
        tekst.textContent = "U bent uitgelogd. Uw tekst staat hier nog. Bewaar gewoon: u logt eerst opnieuw in, daarna staat uw tekst er weer.";
        blijf.hidden = true;
      }, duur);
    };
    const verleng = async () => {
      const sleutel = document.querySelector("input[name=csrfmiddlewaretoken]");
      try {
        const antwoord = await fetch(sessie.dataset.verlengUrl, { method: "POST", headers: { "X-CSRFToken": sleutel ? sleutel.value : "" }, redirect: "error" });
        if (!antwoord.ok) throw new Error(antwoord.status);
        opnieuw();
        if (kanaal) kanaal.postMessage("verlengd");
      } catch {
        tekst.textContent = "Dat lukte niet. Bewaar uw werk en log opnieuw in.";
      }
    };
    blijf.addEventListener("click", verleng);
    document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
      if (gebeurtenis.detail.successful) opnieuw();
    });
    if (kanaal) {
      kanaal.onmessage = opnieuw;
      kanaal.postMessage("verlengd");
    }
    opnieuw();
  }

  /* after htmx brings errors, the summary has the focus, as after a full page */
  document.addEventListener("htmx:afterSettle", (gebeurtenis) => {
    const fouten = gebeurtenis.target.querySelector("#fouten");
    if (fouten) fouten.focus();
  });
})();
