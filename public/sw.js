// Wallet pages need the network; without it, the card that was kept last is shown. Kept cards are fetched and
// deleted by the pages themselves (components/member/kept-card.ts).
const CARDS = "tessera-cards";

/** By language: title, sentence, and the way on. */
const NO_CARD = {
  en: ["You are offline", "Sign in once with a connection, and your card will be here without one.", "Try again"],
  de: ["Du bist offline", "Melde dich einmal mit Verbindung an, dann ist deine Karte auch ohne hier.", "Noch einmal versuchen"],
  fr: ["Vous êtes hors ligne", "Connectez-vous une fois avec du réseau, et votre carte sera ici même sans.", "Réessayer"],
  es: ["No tienes conexión", "Entra una vez con conexión y tu tarjeta estará aquí también sin ella.", "Intentar de nuevo"],
  ar: ["أنت غير متصل", "سجّل الدخول مرة واحدة مع اتصال بالإنترنت، وستبقى بطاقتك هنا بدونه.", "حاول مرة أخرى"],
  hi: ["आप ऑफ़लाइन हैं", "एक बार कनेक्शन के साथ साइन इन करें, फिर आपका कार्ड बिना कनेक्शन के भी यहाँ होगा।", "फिर कोशिश करें"],
};

function noCard() {
  const language = self.navigator.language.split("-")[0];
  const spoken = language in NO_CARD ? language : "en";
  const [title, sentence, again] = NO_CARD[spoken];
  return `<!doctype html><html lang="${spoken}" dir="${spoken === "ar" ? "rtl" : "ltr"}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 1.5rem}</style>
<h1 style="font-size:1.4rem">${title}</h1>
<p>${sentence}</p>
<p><a href="">${again}</a></p></html>`;
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(
    fetch(event.request).catch(async () => {
      const [, , program] = new URL(event.request.url).pathname.split("/");
      const cards = await caches.open(CARDS);
      const card = await cards.match(`/club/${program}/offline`);
      return card ?? new Response(noCard(), { headers: { "content-type": "text/html; charset=utf-8" } });
    }),
  );
});
