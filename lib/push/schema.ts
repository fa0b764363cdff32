import { z } from "zod";

/** What members can be told while the wallet is closed. */
export const PUSH_KINDS = ["points", "expiring", "orders", "offers"] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

/** What somebody gets who turned notifications on and chose nothing: their own affairs, and no advertising. */
export const PUSH_DEFAULTS: Readonly<Record<PushKind, boolean>> = {
  points: true,
  expiring: true,
  orders: true,
  offers: false,
};

/** So many bytes in base64url, with or without padding. */
const key = (characters: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${characters}}={0,2}$`), "A key in base64url.");
/** A point of the curve P-256, and 16 bytes, in base64url. */
const P256DH = 87;
const AUTH = 22;

/** What a browser says of itself when it subscribes (`PushSubscription.toJSON()`). */
export const pushSubscription = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(2_000),
  keys: z.object({ p256dh: key(P256DH), auth: key(AUTH) }),
});
export type PushSubscriptionInput = z.output<typeof pushSubscription>;

export const pushEndpoint = z.object({ endpoint: z.string().max(2_000) });
export const pushChoice = z.object({ kind: z.enum(PUSH_KINDS), wanted: z.boolean() });
export type PushChoices = Record<PushKind, boolean>;

/** What a push says, before it is worded. Points are of the spendable type. */
export const pushContent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("points"), points: z.number(), balance: z.number() }),
  /** `day`: the last day of use. */
  z.object({ kind: z.literal("expiring"), points: z.number(), day: z.iso.date() }),
  z.object({ kind: z.enum(["offers", "orders"]), title: z.string(), body: z.string() }),
]);
export type PushContent = z.output<typeof pushContent>;

/** What the service worker shows. */
export type PushPayload = {
  title: string;
  body: string;
  /** Where a tap leads: a path of this site. */
  url: string;
  /** A later one about the same replaces this one. */
  tag: string;
  icon: string;
  lang: string;
  dir: "ltr" | "rtl";
};
