import "server-only";
import { env } from "@/lib/config/env";
import { publicAddress } from "@/lib/config/public-address";

/** The keys that push services know this installation by (RFC 8292). */
export type VapidKeys = { publicKey: string; privateKey: string; subject: string };

/** Null where the installation has no keys: then nothing is pushed, and nobody is asked. */
export function vapidKeys(): VapidKeys | null {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT } = env();
  if (publicKey === undefined || privateKey === undefined) return null;
  return { publicKey, privateKey, subject: VAPID_SUBJECT ?? contactOf(publicAddress()) };
}

/** How a push service reaches whoever runs this: the site itself, or its postmaster. */
function contactOf(address: string): string {
  return address.startsWith("https://") ? address : `mailto:postmaster@${new URL(address).hostname}`;
}
