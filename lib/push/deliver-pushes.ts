import "server-only";
import webPush from "web-push";
import type { Clock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { sendCall } from "@/lib/webhooks";
import type { VapidKeys } from "./keys";
import { pushContent } from "./schema";
import { type DuePush, takeDuePushes } from "./sql";
import { wordPush } from "./word-push";

const AT_ONCE = 50;
const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 6;
const FIRST_WAIT_MS = 30_000;
/** After a day a push is no news any more; push services forget it then, too. */
const USEFUL_MS = 24 * 60 * 60_000;
/** Answers by which a push service says that the browser is gone for good (RFC 8030). */
const GONE = new Set([404, 410]);
const MAX_FAILURES = 10;

type Subscription = { subscriptionId: string; endpoint: string; p256dh: string; auth: string };

/**
 * Sends pushes that are due to every browser of their members. A browser that is gone is forgotten; one that cannot be
 * reached is tried again, later and later.
 * @param allowPrivate takes http and addresses that are not public too: for trying things out on one machine
 * @returns how many were looked at
 */
export async function deliverPushes(
  clock: Clock,
  keys: VapidKeys,
  { allowPrivate = false }: { allowPrivate?: boolean } = {},
): Promise<number> {
  const now = clock.now();
  const due = await takeDuePushes(db(), now, new Date(now.getTime() + LEASE_MS), AT_ONCE);
  await Promise.all(due.map((push) => deliver(push, keys, clock, allowPrivate)));
  return due.length;
}

async function deliver(push: DuePush, keys: VapidKeys, clock: Clock, allowPrivate: boolean): Promise<void> {
  const { programId, memberId } = push;
  const subscriptions = await db().pushSubscription.findMany({ where: { programId, memberId } });
  const isOld = clock.now().getTime() - push.createdAt.getTime() > USEFUL_MS;
  const content = pushContent.safeParse(push.content);
  if (subscriptions.length === 0 || isOld || !push.isActive || !content.success) {
    return close(push, "dropped", clock);
  }
  const payload = JSON.stringify(wordPush({ ...push, content: content.data }));
  const answers = await Promise.all(
    subscriptions.map((subscription) => send(programId, subscription, payload, keys, allowPrivate)),
  );
  if (answers.includes("sent")) return close(push, "sent", clock);
  if (answers.every((answer) => answer === "gone")) return close(push, "dropped", clock);
  if (push.attempts >= MAX_ATTEMPTS) return close(push, "failed", clock);
  const wait = FIRST_WAIT_MS * 2 ** (push.attempts - 1);
  await db().push.updateMany({
    where: { programId, pushId: push.pushId, state: "waiting" },
    data: { nextAttemptAt: new Date(clock.now().getTime() + wait) },
  });
}

async function send(
  programId: string,
  subscription: Subscription,
  payload: string,
  { publicKey, privateKey, subject }: VapidKeys,
  allowPrivate: boolean,
): Promise<"sent" | "gone" | "failed"> {
  const { subscriptionId, endpoint, p256dh, auth } = subscription;
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
    vapidDetails: { subject, publicKey, privateKey },
    TTL: USEFUL_MS / 1_000,
  });
  const { status } = await sendCall({
    url: endpoint,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: body ?? Buffer.alloc(0),
    allowPrivate,
  });
  const where = { programId, subscriptionId };
  if (status !== null && status >= 200 && status < 300) {
    await db().pushSubscription.updateMany({
      where: { ...where, failures: { gt: 0 } },
      data: { failures: 0 },
    });
    return "sent";
  }
  if (status !== null && GONE.has(status)) {
    await db().pushSubscription.deleteMany({ where });
    return "gone";
  }
  await db().pushSubscription.updateMany({ where, data: { failures: { increment: 1 } } });
  const { count } = await db().pushSubscription.deleteMany({
    where: { ...where, failures: { gte: MAX_FAILURES } },
  });
  return count > 0 ? "gone" : "failed";
}

async function close(
  { programId, pushId }: DuePush,
  state: "sent" | "failed" | "dropped",
  clock: Clock,
): Promise<void> {
  await db().push.updateMany({
    where: { programId, pushId, state: "waiting" },
    data: { state, closedAt: clock.now(), nextAttemptAt: null },
  });
}
