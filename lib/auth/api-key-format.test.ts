import { describe, expect, it } from "vitest";
import { sha256 } from "@/lib/core/hash";
import { newId } from "@/lib/core/ids";
import { mintApiKey, parseApiKey } from "./api-key-format";

describe("API key text", () => {
  it("names its id and proves it with a secret of which only the hash is kept", () => {
    const apiKeyId = newId();
    const { text, secretHash, hint } = mintApiKey(apiKeyId);
    expect(text).toMatch(/^tsk_[0-9a-z]{26}_[0-9a-f]{64}$/);
    expect(parseApiKey(text)).toEqual({ apiKeyId, secretHash });
    expect(sha256(text.slice(-64))).toEqual(secretHash);
    expect(text.endsWith(hint)).toBe(true);
  });

  it("never makes the same secret twice", () => {
    const apiKeyId = newId();
    expect(mintApiKey(apiKeyId).text).not.toBe(mintApiKey(apiKeyId).text);
  });

  it.each(["", "tsk_", "tsk_abc_def", "sk_live_123", `tsk_${"z".repeat(26)}_${"a".repeat(64)}`])(
    "does not take %j for a key",
    (text) => {
      expect(parseApiKey(text)).toBeNull();
    },
  );
});
