import { randomBytes } from "node:crypto";
import { sha256 } from "@/lib/core/hash";

const VALID_DAYS = 7;
const DAY = 86_400_000;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The secret part of an invitation's link (256 random bits), its hash, and how long the link is good for. */
export function mintInvitationToken(now: Date): {
  token: string;
  tokenHash: Buffer<ArrayBuffer>;
  expiresAt: Date;
} {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: sha256(token), expiresAt: new Date(now.getTime() + VALID_DAYS * DAY) };
}

/** What an invitation is found by, or null when the text cannot be a token. */
export function invitationHash(token: string): Buffer<ArrayBuffer> | null {
  return TOKEN.test(token) ? sha256(token) : null;
}
