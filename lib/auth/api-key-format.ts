import { randomBytes } from "node:crypto";
import { sha256 } from "@/lib/core/hash";
import { fromTypeId, toTypeId } from "@/lib/core/ids";

const FORMAT = /^tsk_([0-9a-z]{26})_([0-9a-f]{64})$/;

/** `tsk_<id>_<secret>`: the id finds the key, 256 random bits prove it. */
export type ApiKeyText = { text: string; secretHash: Buffer<ArrayBuffer>; hint: string };

/** Makes the text of a key. It is shown once; what is kept is the hash of its secret. */
export function mintApiKey(apiKeyId: string): ApiKeyText {
  const secret = randomBytes(32).toString("hex");
  const id = toTypeId("key", apiKeyId).slice("key_".length);
  return { text: `tsk_${id}_${secret}`, secretHash: sha256(secret), hint: secret.slice(-4) };
}

/** The id and secret in a key's text, or null when it is not one. */
export function parseApiKey(text: string): { apiKeyId: string; secretHash: Buffer<ArrayBuffer> } | null {
  const [, id, secret] = FORMAT.exec(text) ?? [];
  if (id === undefined || secret === undefined) return null;
  const apiKeyId = fromTypeId("key", `key_${id}`);
  return apiKeyId === null ? null : { apiKeyId, secretHash: sha256(secret) };
}
