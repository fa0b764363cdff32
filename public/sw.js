// Wallet pages need the network; without it, the card that was kept last is shown. Kept cards are fetched and
// deleted by the pages themselves (components/member/kept-card.ts).
const CARDS = "tessera-cards";

const NO_CARD = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Offline</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 1.5rem}</style>
<h1 style="font-size:1.4rem">You are offline</h1>
<p>Sign in once with a connection, and your card will be here without one.</p>
<p><a href="">Try again</a></p></html>`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(
    fetch(event.request).catch(async () => {
      const [, , program] = new URL(event.request.url).pathname.split("/");
      const cards = await caches.open(CARDS);
      const card = await cards.match(`/club/${program}/offline`);
      return card ?? new Response(NO_CARD, { headers: { "content-type": "text/html; charset=utf-8" } });
    }),
  );
});
