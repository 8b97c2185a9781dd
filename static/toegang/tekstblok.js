/* A text block comes behind what stands in its field, without a round trip; without script the server does the same. */
(() => {
  "use strict";
  document.addEventListener("click", (gebeurtenis) => {
    const knop = gebeurtenis.target.closest("button[data-tekstblok]");
    if (!knop) return;
    const keuze = document.getElementById(knop.dataset.tekstblok);
    const optie = keuze && keuze.selectedOptions[0];
    const bron = document.getElementById("tekstblokken");
    const tekst = optie && optie.value && bron && bron.content.querySelector(`[data-blok="${optie.value}"]`);
    const veld = tekst && knop.form.elements[keuze.dataset.plek + tekst.dataset.veld];
    if (!veld) return; /* nothing chosen: the server says so */
    gebeurtenis.preventDefault();
    const staat = veld.value.trimEnd();
    veld.value = staat ? `${staat}\n${tekst.textContent}` : tekst.textContent;
    veld.dispatchEvent(new Event("input", { bubbles: true }));
    keuze.value = "";
    veld.focus();
  });
})();
