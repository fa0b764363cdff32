import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldErrors } from "@/lib/core/schema";
import { typedCode } from "@/lib/email-codes/schema";
import { joinWish } from "@/lib/flows/enter-club/schema";
import { memberCredentials, newPassword } from "@/lib/identity/schema";
import { profileChange, typedContact } from "@/lib/members/schema";
import { contribution, newPool } from "@/lib/pools/schema";
import { sendRequest } from "@/lib/transfers/schema";
import { LANGUAGES } from "./locales";
import { MESSAGES } from "./messages";
import { fieldsInWords, refusalInWords, waitInWords } from "./refusal-words";

/** Where refusals that members can meet are made. */
const PLACES = [
  "lib/core/errors.ts",
  "lib/identity/errors.ts",
  "lib/members/change-member-password.ts",
  "lib/members/profile-rules.ts",
  "lib/members/update-own-profile.ts",
  "lib/pools",
  "lib/transfers",
  "lib/wallet/require-spender.ts",
  "lib/wallet/spend-errors.ts",
  "lib/write",
];
/** Made there as well, for partners and the portal only. */
const FOR_OTHERS = new Set([
  "already_in_team",
  "hold_expired",
  "invalid_cursor",
  "invitation_gone",
  "payload_too_large",
  "spend_limit",
  "unknown_tier",
]);

async function codesIn(place: string): Promise<string[]> {
  const files = place.endsWith(".ts")
    ? [place]
    : (await readdir(place)).filter((file) => !file.includes(".test.")).map((file) => join(place, file));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return texts
    .flatMap((text) => [
      ...text.matchAll(/(?:Refused|Conflict|super|refuse)\(\s*"([a-z]+(?:_[a-z]+)+)"/g),
      ...text.matchAll(/code: "([a-z_]+)"/g),
    ])
    .map((match) => match[1] ?? "");
}

describe("refusals", () => {
  it("has a text in each language for every code that a member can meet", async () => {
    const codes = new Set((await Promise.all(PLACES.map(codesIn))).flat());
    expect(codes.size).toBeGreaterThan(30);
    const known = Object.keys(MESSAGES.errors.en);
    expect([...codes].filter((code) => !FOR_OTHERS.has(code) && !known.includes(code))).toEqual([]);
  });

  it("keeps the English sentence, which may be more exact, and says the code in other languages", () => {
    const refusal = { code: "insufficient_points", sentence: "500 are needed and 36 are available." };
    expect(refusalInWords(refusal, "en-GB")).toBe(refusal.sentence);
    expect(refusalInWords(refusal, "de-AT")).toBe("Dafür reicht dein Guthaben nicht.");
    expect(refusalInWords({ code: "unheard_of", sentence: "No." }, "de")).toBe("No.");
  });

  it.each([
    [40, "en", "Too many attempts. Try again in 40 seconds."],
    [60, "en", "Too many attempts. Try again in 1 minute."],
    [61, "de", "Zu viele Versuche. Versuch es in 2 Minuten noch einmal."],
    [0, "es", "Demasiados intentos. Inténtalo de nuevo en 1 segundo."],
    [121, "ar", "محاولات كثيرة جدًا. حاول مرة أخرى بعد 3 دقائق."],
  ])("says how long to wait: %i seconds in %s", (seconds, locale, words) => {
    expect(waitInWords(seconds, locale)).toBe(words);
  });
});

/** What members fill in, filled in wrongly, with the sentences that this must give. */
const WRONG: [string, z.ZodType, unknown][] = [
  ["sign-in", memberCredentials, { email: "x", password: "", program: "p" }],
  ["join", joinWish.pick({ name: true, email: true }), { name: " ", email: "x" }],
  ["code", z.object({ code: typedCode }), { code: "12345" }],
  ["password", newPassword, "short"],
  ["password", newPassword, "aaaaaaaaaaaa"],
  ["long password", newPassword, "abcdefgh".repeat(20)],
  ["profile", profileChange, { name: "", phone: "call me", birthday: "1899-01-01" }],
  ["birthday", profileChange, { birthday: "soon" }],
  ["recipient", typedContact, ""],
  ["recipient", typedContact, "@"],
  ["transfer", sendRequest.pick({ points: true }), { points: 0 }],
  ["transfer", sendRequest.pick({ points: true }), { points: 1.5 }],
  ["pool", newPool, { kind: "team", name: "" }],
  ["contribution", contribution, { points: Number.NaN }],
];

describe("fields", () => {
  it.each(WRONG)("are explained exactly in each language: %s", (_form, schema, input) => {
    const found = fieldErrors(schema.safeParse(input).error ?? expect.fail("nothing is wrong"));
    for (const language of LANGUAGES) {
      const { other } = MESSAGES.fields[language];
      for (const [index, { detail }] of fieldsInWords(found, language).entries()) {
        expect(detail).not.toBe(other);
        if (language === "en") expect(Object.values(MESSAGES.fields.en)).toContain(detail);
        else expect(detail).not.toBe(found[index]?.detail);
      }
    }
  });

  it("are explained in general where nothing exact is known, and by the refusal's code where there is one", () => {
    const field = { pointer: "/x", detail: "What no translation has." };
    const codes = ["too_small", "too_big", "custom", "wrong_password"];
    const said = fieldsInWords(
      codes.map((code) => ({ ...field, code })),
      "de",
    );
    const { tooShort, tooLong, other } = MESSAGES.fields.de;
    expect(said.map(({ detail }) => detail)).toEqual([
      tooShort,
      tooLong,
      other,
      "Das ist nicht dein aktuelles Passwort.",
    ]);
  });
});
