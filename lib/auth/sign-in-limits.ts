import "server-only";
import { createHmac } from "node:crypto";
import { type RateLimiterAbstract, RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { sharedLimiter } from "@/lib/cache";
import { env } from "@/lib/config/env";
import { TooManyRequests } from "@/lib/core/errors";
import { db } from "@/lib/db";

const WINDOW_SECONDS = 15 * 60;

/**
 * Attempts in a quarter of an hour. The account's allowance stops guessing at one password from many addresses,
 * the address's stops trying one password on many accounts; offices share an address, so it is the larger.
 */
export const SIGN_IN_ATTEMPTS = { account: 10, address: 100 } as const;
/** New accounts and accepted invitations: far rarer for one address than sign-ins. */
export const JOIN_ATTEMPTS = { address: 20 } as const;
/** Mails with a code: to one address of one club, and asked for from one address of the internet. */
export const CODE_MAILS = { account: 6, address: 40 } as const;
/** Other members that one member looks up by a card number or an address. */
export const LOOKUPS = { member: 60 } as const;

const RULES = {
  "sign-in-account": SIGN_IN_ATTEMPTS.account,
  "sign-in-address": SIGN_IN_ATTEMPTS.address,
  "join-address": JOIN_ATTEMPTS.address,
  "code-account": CODE_MAILS.account,
  "code-address": CODE_MAILS.address,
  "look-up-member": LOOKUPS.member,
} as const;
type Rule = keyof typeof RULES;

/** Counters live in Redis, or in the database where there is none, so that a limit holds over all instances. */
function limiter(name: Rule): RateLimiterAbstract {
  const rule = { keyPrefix: name, points: RULES[name], duration: WINDOW_SECONDS };
  const inDatabase = new RateLimiterPrisma({
    ...rule,
    storeClient: db(),
    tableName: "rateLimiterFlexible",
    // Expired rows are swept below, not by a timer of each limiter.
    clearExpiredByTimeout: false,
  });
  return sharedLimiter(rule, inDatabase);
}

/** Keys are keyed hashes: the counters tell nobody who tried to sign in from where. */
function hashedKey(subject: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(subject).digest("base64url");
}

/** @throws TooManyRequests */
async function consume(rule: Rule, subject: string): Promise<void> {
  try {
    await limiter(rule).consume(hashedKey(subject));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

/**
 * Counts one attempt before the password is looked at, so that attempts made at the same time all count.
 * @param account what is being signed in to, in lower case: its realm and e-mail. Counted alike whether or not
 *   there is such an account.
 * @throws TooManyRequests with the seconds to wait
 */
export async function countSignInAttempt(account: string, address: string): Promise<void> {
  await sweepNowAndThen();
  await consume("sign-in-address", address);
  await consume("sign-in-account", account);
}

/** A sign-in that succeeded clears the account and does not weigh on the address. */
export async function forgiveSignInAttempts(account: string, address: string): Promise<void> {
  await limiter("sign-in-account").delete(hashedKey(account));
  await limiter("sign-in-address").reward(hashedKey(address));
}

/** @throws TooManyRequests with the seconds to wait */
export function countJoinAttempt(address: string): Promise<void> {
  return consume("join-address", address);
}

/**
 * Counts one mail with a code, so that nobody's inbox is filled by strangers. Counted alike whether or not there is
 * such an account.
 * @param account the club and the e-mail address, in lower case
 * @throws TooManyRequests with the seconds to wait
 */
export async function countCodeMail(account: string, address: string): Promise<void> {
  await consume("code-address", address);
  await consume("code-account", account);
}

/**
 * Counts one look-up of another member, so that nobody learns by trying who belongs to the club.
 * @throws TooManyRequests with the seconds to wait
 */
export function countLookUp(memberId: string): Promise<void> {
  return consume("look-up-member", memberId);
}

const SWEEP_EVERY_MS = 60 * 60 * 1000;
let lastSweep = Date.now();

async function sweepNowAndThen(): Promise<void> {
  const now = Date.now();
  if (now - lastSweep < SWEEP_EVERY_MS) return;
  lastSweep = now;
  await sweepSignInLimits(new Date(now));
}

/** Removes counters whose window is over. Returns how many. */
export async function sweepSignInLimits(now: Date): Promise<number> {
  const { count } = await db().rateLimiterFlexible.deleteMany({ where: { expire: { lt: now } } });
  return count;
}
