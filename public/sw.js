// The wallet's service worker. Pages need the network; without it, the card and the vouchers that were kept last are
// shown. They are fetched and deleted by the pages themselves (components/member/kept-card.ts). It also shows what the
// club tells a member while the wallet is closed.

// What is kept: one document for each club. Another form of it is another name: caches of other names go when this
// worker takes over, which it does at once, since nothing that pages are made of is kept.
const CARDS = "tessera-cards";
const OURS = /^tessera-/;

/** What somebody reads who was never signed in here: title, text, link. The browser's language is all that is known. */
const NO_CARD = {
  en: ["You are offline", "Sign in once with a connection, and your card will be here without one.", "Try again"],
  de: ["Du bist offline", "Melde dich einmal mit Verbindung an, dann ist deine Karte auch ohne hier.", "Noch einmal versuchen"],
  fr: ["Vous êtes hors ligne", "Connectez-vous une fois avec une connexion, et votre carte sera ici sans réseau.", "Réessayer"],
  es: ["Sin conexión", "Inicia sesión una vez con conexión y tu tarjeta estará aquí también sin ella.", "Intentar de nuevo"],
  ar: ["أنت غير متصل", "سجّل الدخول مرة واحدة مع اتصال، وستكون بطاقتك هنا بدونه.", "حاول مرة أخرى"],
  hi: ["आप ऑफ़लाइन हैं", "कनेक्शन के साथ एक बार साइन इन करें, फिर आपका कार्ड उसके बिना भी यहाँ होगा।", "फिर कोशिश करें"],
};

function noCard() {
  const spoken = self.navigator.language.slice(0, 2);
  const language = spoken in NO_CARD ? spoken : "en";
  const [title, text, link] = NO_CARD[language];
  const html = `<!doctype html><html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 1.5rem}</style>
<main><h1 style="font-size:1.4rem">${title}</h1><p>${text}</p><p><a href="">${link}</a></p></main></html>`;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

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
      return card ?? noCard();
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
