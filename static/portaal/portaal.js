/* Two minutes before the session ends: are you still there? Without this script the session just ends. */
(() => {
  "use strict";
  const vak = document.querySelector("[data-sessie]");
  if (!vak) return;
  const WAARSCHUWING = 2 * 60 * 1000;
  const duur = Number(vak.dataset.eindigt) * 1000;
  let begin = Date.now();
  let terug = null;
  const sluiten = () => {
    vak.hidden = true;
    if (terug) terug.focus();
  };
  const kijken = () => {
    const over = duur - (Date.now() - begin);
    if (over <= 0) {
      location.replace("/");
    } else if (over <= WAARSCHUWING && vak.hidden) {
      terug = document.activeElement;
      vak.hidden = false;
      vak.querySelector("button").focus();
    }
  };
  setInterval(kijken, 1000);
  document.addEventListener("visibilitychange", kijken);
  vak.querySelector("form").addEventListener("submit", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const formulier = gebeurtenis.target;
    try {
      const antwoord = await fetch(formulier.action, { method: "POST", body: new FormData(formulier) });
      if (!antwoord.ok) throw new Error(antwoord.status);
      begin = Date.now();
      sluiten();
    } catch {
      location.replace("/");
    }
  });
  vak.addEventListener("keydown", (toets) => {
    if (toets.key === "Tab") {
      toets.preventDefault();
      vak.querySelector("button").focus();
    }
  });
})();
