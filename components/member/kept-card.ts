/** Name of the browser's cache that public/sw.js answers from. */
const CARDS = "tessera-cards";

/** Fetches the card as it is now, for the times without a connection; a session that has ended takes it away. */
export async function keepCard(program: string): Promise<void> {
  const address = `/club/${program}/offline`;
  try {
    const answer = await fetch(address, { cache: "no-store" });
    if (answer.status === 200) await (await caches.open(CARDS)).put(address, answer);
    else if (answer.status === 204) await forgetCard(program);
  } catch {
    // Offline: the card kept before stays.
  }
}

/** Removes the kept card, when the member signs out. */
export async function forgetCard(program: string): Promise<void> {
  if (!("caches" in window)) return;
  await (await caches.open(CARDS)).delete(`/club/${program}/offline`);
}

/** Removes everything that this device has kept of any club. */
export async function forgetCards(): Promise<void> {
  if ("caches" in window) await caches.delete(CARDS);
}
