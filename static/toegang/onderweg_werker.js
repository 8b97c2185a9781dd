/* The service worker of the visit: the empty shell opens without signal. In its cache lie files without any person; pages
   of people are never put in it. It also holds the open key between two pages, in memory only. VAST comes before this. */
"use strict";
const CACHE = `toegang-onderweg-${VAST.versie}`;
const GEDULD = 6000, SLOT_NA = 15 * 60 * 1000;
let sleutel = null, actief = 0;

addEventListener("install", (g) => {
  g.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll([...VAST.bestanden, VAST.schil].map((adres) => new Request(adres, { cache: "reload" })));
    await skipWaiting();
  })());
});
addEventListener("activate", (g) => {
  g.waitUntil((async () => {
    for (const naam of await caches.keys()) if (naam !== CACHE) await caches.delete(naam);
    await clients.claim();
  })());
});
addEventListener("message", (g) => {
  const { data } = g;
  if (data.soort === "houd") ({ sleutel, actief } = data);
  if (data.soort === "slot") sleutel = null;
  if (data.soort === "vraag") {
    if (Date.now() - actief > SLOT_NA) sleutel = null;
    g.ports[0].postMessage({ sleutel, actief });
  }
});
const metGeduld = (verzoek) => {
  const stop = new AbortController();
  const klok = setTimeout(() => stop.abort(), GEDULD);
  return fetch(verzoek, { signal: stop.signal }).finally(() => clearTimeout(klok));
};
addEventListener("fetch", (g) => {
  const { request } = g, adres = new URL(request.url);
  if (adres.origin !== location.origin) return;
  if (request.mode === "navigate") {
    g.respondWith((request.method === "GET" ? metGeduld(request) : fetch(request)).catch(async (fout) => (await caches.match(VAST.schil)) || Promise.reject(fout)));
  } else if (VAST.bestanden.includes(adres.pathname)) {
    g.respondWith(fetch(request).catch(async (fout) => (await caches.match(adres.pathname)) || Promise.reject(fout)));
  }
});
