import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the first set of parameters that the OWASP Password Storage Cheat Sheet recommends. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The hash of a password that nobody knows, made with the same parameters: checking against it costs what
 * checking a real one costs, so that the time of an answer does not tell whether an account exists.
 */
const DECOY =
  "$argon2id$v=19$m=19456,t=2,p=1$4zsoRFZJFX0ZRFFzpTIVHQ$3BtcBBhCfkp6+TEhOl11lN9BkPCpdYJfQOMJqxUFhnk";

/** The same text typed on two keyboards may arrive as different code points; NFKC makes them one. */
function normalized(password: string): string {
  return password.normalize("NFKC");
}

/** The encoded argon2id hash, with parameters and salt. Takes some 20 ms of a thread outside the event loop. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), PARAMETERS);
}

/** True when the password belongs to the hash. Without a hash the answer is no, after the same work. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? DECOY, normalized(password));
  return matches && passwordHash !== null;
}
