import { z } from "zod";
import { CODE_CHARACTERS, checkCharacter, drawCharacters, MAX_DRAWN } from "@/lib/core/drawn-code";

/** A character drawn at random, and the one that checks them. */
const DRAWN = "#";
const CHECK = "*";
/** Fewest drawn characters: 64 bits, so that nobody guesses a code in as many attempts as a till can make. */
const MIN_DRAWN = 13;
const MAX_LENGTH = 40;
/** What codes look like where a reward has no pattern of its own; kept without hyphens, like all vouchers of the product. */
const HOUSE_PATTERN = `${DRAWN.repeat(15)}${CHECK}`;

/**
 * What generated codes look like: capital letters, digits and hyphens stand for themselves, each `#` for a character
 * drawn at random, and `*` for the check character of all that are drawn.
 */
export const codePattern = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase())
  .pipe(
    z
      .string()
      .max(MAX_LENGTH, `A pattern has at most ${MAX_LENGTH} characters.`)
      .regex(/^[A-Z0-9#*-]*$/, "Use capital letters, digits, hyphens, # and *.")
      .refine((pattern) => count(pattern, CHECK) === 1, "Put one * where the check character goes.")
      .refine(
        (pattern) => count(pattern, DRAWN) >= MIN_DRAWN,
        `Use at least ${MIN_DRAWN} of #, or codes could be guessed.`,
      )
      .refine((pattern) => count(pattern, DRAWN) <= MAX_DRAWN, `Use at most ${MAX_DRAWN} of #.`),
  )
  .meta({
    description:
      "Capital letters, digits and hyphens stand for themselves; each # is a character drawn at random, at least 13 of " +
      "them; * is the check character.",
    examples: ["BEAN-#####-####-####-*"],
  });

/**
 * A code of a pattern that nobody can guess.
 * @param pattern null: as the product makes them, fifteen drawn characters and the check character
 */
export function makeCode(pattern: string | null): string {
  const form = pattern ?? HOUSE_PATTERN;
  const drawn = drawCharacters(count(form, DRAWN));
  const rest = [...drawn];
  return [...form]
    .map((character) => {
      if (character === DRAWN) return rest.shift() ?? "";
      return character === CHECK ? checkCharacter(drawn) : character;
    })
    .join("");
}

/**
 * The code of a pattern as it is kept, from what somebody typed: in small letters, with blanks, or without its hyphens.
 * Null where it cannot be one: the check character catches a wrong character and two swapped ones.
 */
export function readMadeCode(pattern: string | null, typed: string): string | null {
  const form = pattern ?? HOUSE_PATTERN;
  const characters = [...bare(typed)];
  if (characters.length !== bare(form).length) return null;
  let drawn = "";
  let check = "";
  let code = "";
  for (const place of form) {
    const character = place === "-" ? "-" : (characters.shift() ?? "");
    if (place === DRAWN || place === CHECK) {
      if (!CODE_CHARACTERS.includes(character)) return null;
      if (place === DRAWN) drawn += character;
      else check = character;
    } else if (character !== place) return null;
    code += character;
  }
  return check === checkCharacter(drawn) ? code : null;
}

/** The places of a pattern, or what was typed, without what is between them. */
function bare(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9#*]/g, "");
}

function count(pattern: string, character: string): number {
  return pattern.split(character).length - 1;
}
