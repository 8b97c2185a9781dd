/* What lies on this device, encrypted (AES-GCM). The key is not extractable and never stored open: on disk it lies wrapped
   by the PIN (PBKDF2 with a salt of the server) and, for who forgot it, by a key that only the server has. Open it lives
   in the memory of the pages and, between two pages, of the service worker. Decision: docs/keuzes, "onderweg". */
(() => {
  "use strict";
  const T = (window.Toegang = window.Toegang || {});
  const DB = "toegang-onderweg", BEREIK = "/wijkteams/", POGINGEN = 5, SLOT_NA = 15 * 60 * 1000;
  const wortel = document.documentElement;
  const kan = Boolean(window.indexedDB && window.crypto && crypto.subtle && navigator.locks);
  const kanaal = "BroadcastChannel" in window ? new BroadcastChannel("toegang-kluis") : null;
  const luisteraars = new Set();
  let db = null, sleutel = null, bos = null, laatst = Date.now(), gezien = 0;

  const b64 = (tekst) => Uint8Array.from(atob(tekst), (c) => c.charCodeAt(0));
  const klaar = (vraag) => new Promise((ja, nee) => {
    vraag.onsuccess = () => ja(vraag.result);
    vraag.onerror = () => nee(vraag.error);
  });
  const openen = () => new Promise((ja, nee) => {
    const vraag = indexedDB.open(DB, 1);
    vraag.onupgradeneeded = () => ["meta", "paginas", "stukken"].forEach((naam) => vraag.result.createObjectStore(naam, { keyPath: "id" }));
    vraag.onsuccess = () => {
      vraag.result.onversionchange = () => { vraag.result.close(); db = null; };
      ja(vraag.result);
    };
    vraag.onerror = () => nee(vraag.error);
  });
  const doe = (winkel, schrijf, werk) => new Promise((ja, nee) => {
    if (!db) return nee(new Error("geen opslag"));
    const stap = db.transaction(winkel, schrijf ? "readwrite" : "readonly", { durability: schrijf ? "strict" : "default" });
    const vraag = werk(stap.objectStore(winkel));
    stap.oncomplete = () => ja(vraag && vraag.result);
    stap.onabort = stap.onerror = () => nee(stap.error || (vraag && vraag.error));
  });

  /* keys */
  const pinSleutel = async (pin, zout, iteraties) => {
    const ruw = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt: b64(zout), iterations: iteraties }, ruw, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
  };
  const herstelSleutel = (tekst) => crypto.subtle.importKey("raw", b64(tekst), "AES-GCM", false, ["wrapKey", "unwrapKey"]);
  const inpakken = async (wat, met) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, ct: await crypto.subtle.wrapKey("raw", wat, met, { name: "AES-GCM", iv }) };
  };
  const uitpakken = (pak, met, uitneembaar = false) => crypto.subtle.unwrapKey("raw", pak.ct, met, { name: "AES-GCM", iv: pak.iv }, "AES-GCM", uitneembaar, ["encrypt", "decrypt"]);
  const opslaan = (nieuw) => doe("meta", true, (w) => w.put(nieuw)).then(() => { bos = nieuw; });

  /* where the open key is between two pages: the service worker, or another tab */
  const werker = async () => {
    if (!("serviceWorker" in navigator)) return null;
    const inschrijving = await navigator.serviceWorker.getRegistration(BEREIK);
    return inschrijving ? inschrijving.active : null;
  };
  let bewaarder = null;
  const houd = () => {
    if (sleutel && bewaarder) bewaarder.postMessage({ soort: "houd", sleutel, actief: laatst });
  };
  const vraagRond = () => new Promise((ja) => {
    const klok = setTimeout(() => ja(null), 800);
    const antwoord = (bericht) => { clearTimeout(klok); ja(bericht); };
    if (bewaarder) {
      const lijn = new MessageChannel();
      lijn.port1.onmessage = (g) => (g.data && g.data.sleutel ? antwoord(g.data) : vraagTabs(antwoord, () => ja(null)));
      bewaarder.postMessage({ soort: "vraag" }, [lijn.port2]);
    } else vraagTabs(antwoord, () => ja(null));
  });
  let wachtend = null;
  const vraagTabs = (ja, nee) => {
    if (!kanaal) return nee();
    wachtend = ja;
    kanaal.postMessage({ soort: "vraag" });
    setTimeout(nee, 250);
  };
  const meld = (wat) => luisteraars.forEach((f) => f(wat));
  if (kanaal) kanaal.onmessage = ({ data }) => {
    if (data.soort === "vraag" && sleutel) kanaal.postMessage({ soort: "antwoord", sleutel, actief: laatst });
    if (data.soort === "antwoord" && wachtend) { wachtend(data); wachtend = null; }
    if (data.soort === "actief") laatst = Math.max(laatst, data.om);
    if (data.soort === "slot" && sleutel) { sleutel = null; meld("slot"); }
    if (data.soort === "open" && !sleutel && bos) { sleutel = data.sleutel; laatst = Date.now(); meld("open"); }
    if (data.soort === "gewist") { sleutel = bos = null; if (db) db.close(); db = null; meld("gewist"); }
    if (data.soort === "stukken") meld("stukken");
  };

  const K = (T.kluis = {
    kan, SLOT_NA, POGINGEN,
    get bos() { return bos; },
    get laatst() { return laatst; },
    /* geen: nothing here; ander: of a colleague; open; slot: asks the PIN; dicht: too many tries, or no salt */
    get stand() {
      if (!bos) return "geen";
      if (wortel.dataset.wie && wortel.dataset.wie !== bos.wie) return "ander";
      return sleutel ? "open" : bos.zout ? "slot" : "dicht";
    },
    luister(f) { luisteraars.add(f); },
    /** Look what is here, and take over the open key of the page before this one. */
    async begin() {
      if (!kan || !(await indexedDB.databases()).some((d) => d.name === DB)) return K.stand;
      db = await openen();
      bos = (await doe("meta", false, (w) => w.get("bos"))) || null;
      if (!bos) return K.stand;
      bewaarder = await werker();
      if (K.stand !== "ander") {
        const gekregen = await vraagRond();
        if (gekregen && gekregen.sleutel && Date.now() - gekregen.actief < SLOT_NA) {
          sleutel = gekregen.sleutel;
          laatst = gekregen.actief;
        }
      }
      if (sleutel) await K.opruimen();
      return K.stand;
    },
    async maken(pin, server) {
      db = db || (await openen());
      const nieuw = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
      const met = await pinSleutel(pin, server.zout, server.iteraties);
      const pin_ = await inpakken(nieuw, met);
      const herstel = await inpakken(nieuw, await herstelSleutel(server.herstel));
      sleutel = await uitpakken(pin_, met);
      await opslaan({ id: "bos", apparaat: server.apparaat, wie: server.wie, zout: server.zout, iteraties: server.iteraties, pin: pin_, herstel, pogingen: 0 });
      laatst = Date.now();
      bewaarder = await werker();
    },
    /** True when the PIN was right; the try is written down before it is made. */
    async ontgrendelen(pin) {
      bos = await doe("meta", false, (w) => w.get("bos"));
      if (!bos || !bos.zout) return false;
      const poging = bos.pogingen + 1;
      await opslaan({ ...bos, pogingen: poging });
      try {
        sleutel = await uitpakken(bos.pin, await pinSleutel(pin, bos.zout, bos.iteraties));
      } catch {
        if (poging >= POGINGEN) await opslaan({ ...bos, zout: null });
        return false;
      }
      await opslaan({ ...bos, pogingen: 0 });
      return K.geopend();
    },
    /** With the secret of the server, after signing in: a new PIN on the same key. */
    async herstellen(server, pin) {
      const uit = await uitpakken(bos.herstel, await herstelSleutel(server.herstel), true);
      const met = await pinSleutel(pin, server.zout, server.iteraties);
      const pin_ = await inpakken(uit, met);
      sleutel = await uitpakken(pin_, met);
      await opslaan({ ...bos, zout: server.zout, iteraties: server.iteraties, pin: pin_, pogingen: 0 });
      return K.geopend();
    },
    geopend() {
      laatst = Date.now();
      houd();
      if (kanaal) kanaal.postMessage({ soort: "open", sleutel });
      meld("open");
      return true;
    },
    vergrendelen() {
      sleutel = null;
      if (bewaarder) bewaarder.postMessage({ soort: "slot" });
      if (kanaal) kanaal.postMessage({ soort: "slot" });
      meld("slot");
    },
    actief() {
      laatst = Date.now();
      if (laatst - gezien < 5000) return;
      gezien = laatst;
      if (kanaal) kanaal.postMessage({ soort: "actief", om: laatst });
    },
    async bewaar(winkel, id, inhoud, los = {}) {
      if (!sleutel) throw new Error("op slot");
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const ct = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(`${winkel}:${id}`) }, sleutel, new TextEncoder().encode(JSON.stringify(inhoud)));
      await doe(winkel, true, (w) => w.put({ ...los, id, iv, ct }));
      houd();
    },
    async ontcijfer(winkel, rij) {
      const open = await crypto.subtle.decrypt({ name: "AES-GCM", iv: rij.iv, additionalData: new TextEncoder().encode(`${winkel}:${rij.id}`) }, sleutel, rij.ct);
      return JSON.parse(new TextDecoder().decode(open));
    },
    async alle(winkel) {
      if (!sleutel || !db) return [];
      const rijen = await doe(winkel, false, (w) => w.getAll());
      return Promise.all(rijen.map(async (rij) => ({ ...(await K.ontcijfer(winkel, rij)), id: rij.id, tot: rij.tot, anders: rij.anders })));
    },
    /** Whether the inwoner of this zaak looks along; a row of its own, so that no tab writes over the tries of the PIN. */
    async tafel(zaak, aan) {
      if (!db) return false;
      const rij = (await doe("meta", false, (w) => w.get("tafel"))) || { id: "tafel", zaken: {} };
      if (aan !== undefined && rij.zaken[zaak] !== aan) {
        rij.zaken[zaak] = aan;
        await doe("meta", true, (w) => w.put(rij));
      }
      return Boolean(rij.zaken[zaak]);
    },
    async ids(winkel) { return db ? doe(winkel, false, (w) => w.getAllKeys()) : []; },
    /** What stands beside the ciphertext: nothing about a person. */
    async koppen(winkel) { return db ? (await doe(winkel, false, (w) => w.getAll())).map(({ id, anders }) => ({ id, anders: Boolean(anders) })) : []; },
    async weg(winkel, id) { if (db) await doe(winkel, true, (w) => w.delete(id)); },
    stukkenVeranderd() { if (kanaal) kanaal.postMessage({ soort: "stukken" }); },
    /** Pages whose day is over; what was typed stays until it is sent. */
    async opruimen() {
      for (const rij of await doe("paginas", false, (w) => w.getAll())) if (rij.tot < Date.now()) await K.weg("paginas", rij.id);
    },
    /** Uitloggen: nothing stays. */
    async wissen() {
      sleutel = bos = null;
      if (bewaarder) bewaarder.postMessage({ soort: "slot" });
      if (kanaal) kanaal.postMessage({ soort: "gewist" });
      if (db) db.close();
      db = null;
      await new Promise((ja) => { const v = indexedDB.deleteDatabase(DB); v.onsuccess = v.onerror = v.onblocked = ja; });
      try { sessionStorage.clear(); } catch { /* none */ }
      for (const naam of await caches.keys()) await caches.delete(naam);
      const inschrijving = "serviceWorker" in navigator && (await navigator.serviceWorker.getRegistration(BEREIK));
      if (inschrijving) await inschrijving.unregister();
    },
  });
  addEventListener("pagehide", houd);
  K.gereed = K.begin().catch(() => "geen");
})();
