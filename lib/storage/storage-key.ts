import { createHash } from "node:crypto";
import { assert } from "@/lib/core/assert";

const NAME = "[a-z0-9][a-z0-9._-]*";
const KEY = new RegExp(`^${NAME}(/${NAME})+$`);
const PREFIX = new RegExp(`^(${NAME}/)+$`);
/** S3's own limit. */
const MAX_LENGTH = 1_024;

/** Checks a key before it becomes a path: names from outside never leave the folder. @throws AssertionError */
export function checkKey(key: string): string {
  assert(key.length <= MAX_LENGTH && KEY.test(key), "a storage key is a path of lower-case names");
  return key;
}

/** The same for what `list` is asked for. @throws AssertionError */
export function checkPrefix(prefix: string): string {
  assert(
    prefix.length <= MAX_LENGTH && PREFIX.test(prefix),
    "a storage prefix is a path that ends in a slash",
  );
  return prefix;
}

/**
 * The name of a content: SHA-256 in hexadecimal, with an extension for whoever looks at the folder.
 * @param extension without the dot
 */
export function contentName(content: Uint8Array, extension: string): string {
  return `${createHash("sha256").update(content).digest("hex")}.${extension}`;
}
