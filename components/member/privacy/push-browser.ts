/** What the installation needs to know of a browser that it may tell things. */
export type Browser = { endpoint: string; keys: { p256dh: string; auth: string } };

/** `blocked`: somebody said no, and only the browser's own settings can change that. */
export type BrowserState = "on" | "off" | "blocked" | "unsupported";

function isAble(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** How things are with this browser. It asks nobody anything. */
export async function readBrowser(): Promise<BrowserState> {
  if (!isAble()) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  return (await currentSubscription()) === null ? "off" : "on";
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/club/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Browsers try to reach their push service for as long as it takes; nobody looks at a button for longer. */
const PATIENCE_MS = 20_000;

/**
 * Asks for permission and subscribes. To be called as somebody presses a button.
 * @param publicKey the installation's, in base64url
 * @returns null where permission was refused
 * @throws Error where the browser reaches no push service, or refuses
 */
export async function subscribeBrowser(publicKey: string): Promise<Browser | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const registration = await navigator.serviceWorker.register("/sw.js", { scope: "/club/" });
  await navigator.serviceWorker.ready;
  const subscription = await withPatience(
    registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }),
  );
  const { endpoint, keys } = subscription.toJSON();
  if (endpoint === undefined || keys?.p256dh === undefined || keys.auth === undefined) return null;
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no push service answered")), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Ends the browser's subscription. @returns where it could be reached, null: nowhere */
export async function unsubscribeBrowser(): Promise<string | null> {
  if (!isAble()) return null;
  const subscription = await currentSubscription();
  if (subscription === null) return null;
  const { endpoint } = subscription;
  await subscription.unsubscribe();
  return endpoint;
}
