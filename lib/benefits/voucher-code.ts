import { CODE_CHARACTERS, checkCharacter, drawCharacters } from "@/lib/core/drawn-code";

const DRAWN = 15;
const GROUP = 4;

/** Fifteen characters drawn at random (74 bits) and a check character. */
export function drawVoucherCode(): string {
  const drawn = drawCharacters(DRAWN);
  return drawn + checkCharacter(drawn);
}

/** As it is kept, from what somebody typed; null where it cannot be a code. */
export function readVoucherCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const isWritten = [...code].every((character) => CODE_CHARACTERS.includes(character));
  if (code.length !== DRAWN + 1 || !isWritten) return null;
  return code.at(-1) === checkCharacter(code.slice(0, -1)) ? code : null;
}

/** As it is printed: `7K3M-9QXT-4H2P-WD6R`. */
export function printVoucherCode(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join("-");
}
