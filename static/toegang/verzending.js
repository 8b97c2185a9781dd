/* How far a batch is, without pressing a key; the whole page comes anew when there is something else to do. */
(() => {
  "use strict";
  const vers = async () => {
    try {
      const antwoord = await fetch(`${location.pathname}?alleen=stand`, { headers: { Accept: "text/html" } });
      if (!antwoord.ok || antwoord.redirected) return;
      const ander = new DOMParser().parseFromString(await antwoord.text(), "text/html").getElementById("stand");
      const hier = document.getElementById("stand");
      if (!ander || !hier) return;
      if (!ander.dataset.ververs) { location.reload(); return; }
      const gesproken = hier.querySelector("[role=status]");
      const nieuw = ander.querySelector("[role=status]");
      if (gesproken && nieuw && gesproken.textContent === nieuw.textContent) nieuw.replaceWith(gesproken);
      hier.replaceChildren(...ander.childNodes);
    } catch { /* no connection: the next time */ }
    setTimeout(vers, 4000);
  };
  setTimeout(vers, 4000);
})();
