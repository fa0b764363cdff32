// The wallet's service worker. Pages need the network; without it, the card and the vouchers that were kept last are
// shown. They are fetched and deleted by the pages themselves (components/member/kept-card.ts). It also shows what the
// club tells a member while the wallet is closed.

// What is kept: one document for each club. Another form of it is another name: caches of other names go when this
// worker takes over, which it does at once, since nothing that pages are made of is kept.
const CARDS = "tessera-cards";
const OURS = /^tessera-/;

const NO_CARD = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Offline</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 1.5rem}</style>
<h1 style="font-size:1.4rem">You are offline</h1>
<p>Sign in once with a connection, and your card will be here without one.</p>
<p><a href="">Try again</a></p></html>`;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const forgetFormer = caches
    .keys()
    .then((names) => names.filter((name) => OURS.test(name) && name !== CARDS))
    .then((former) => Promise.all(former.map((name) => caches.delete(name))));
  event.waitUntil(forgetFormer.then(() => self.clients.claim()));
});

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

// What lib/push/word-push.ts has worded.
self.addEventListener("push", (event) => {
  if (event.data === null) return;
  const { title, body, url, tag, icon, lang, dir } = event.data.json();
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, icon, lang, dir, badge: icon, data: { url } }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openWallet(event.notification.data.url));
});

/** In the club's window that is open already, or in a new one. */
async function openWallet(path) {
  const address = new URL(path, self.location.origin);
  const [, club, program] = address.pathname.split("/");
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname.startsWith(`/${club}/${program}`));
  if (open === undefined) return self.clients.openWindow(address.href);
  await open.focus();
  return open.navigate(address.href);
}
