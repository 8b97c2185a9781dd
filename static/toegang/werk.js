/* Choosing rows: how many are chosen, all of this page at once; back in the browser lands on the row that was opened. */
(() => {
  "use strict";
  for (const vorm of document.querySelectorAll("form.tg-samen")) {
    const vakjes = [...vorm.querySelectorAll("input[name=keuze]")];
    const teller = vorm.querySelector("[data-gekozen]");
    const tel = () => {
      const aantal = vakjes.filter((vakje) => vakje.checked).length;
      teller.textContent = aantal ? `${aantal} gekozen` : "";
    };
    vorm.addEventListener("change", tel);
    const alles = vorm.querySelector("[data-kies-alles]");
    if (alles) alles.addEventListener("click", (gebeurtenis) => {
      gebeurtenis.preventDefault();
      const aan = !vakjes.every((vakje) => vakje.checked);
      for (const vakje of vakjes) vakje.checked = aan;
      tel();
    });
    tel();
  }
  document.addEventListener("click", (gebeurtenis) => {
    const rij = gebeurtenis.target.closest("tbody th a")?.closest("tr[id]");
    if (rij) history.replaceState(history.state, "", `#${rij.id}`);
  });
})();
