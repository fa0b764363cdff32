/** Characters that nobody confuses; a prime number of them, so that the check sees every swap of two. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const DRAWN = 15;
const GROUP = 4;
/** Bytes below the largest multiple of the alphabet are each as likely as another. */
const FAIR = 256 - (256 % ALPHABET.length);

/** Fifteen characters drawn at random (74 bits) and a check character. */
export function drawVoucherCode(): string {
  let drawn = "";
  while (drawn.length < DRAWN) {
    for (const byte of crypto.getRandomValues(new Uint8Array(2 * DRAWN))) {
      if (byte < FAIR && drawn.length < DRAWN) drawn += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return drawn + checkOf(drawn);
}

/** As it is kept, from what somebody typed; null where it cannot be a code. */
export function readVoucherCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  if (code.length !== DRAWN + 1 || [...code].some((character) => !ALPHABET.includes(character))) return null;
  return code.at(-1) === checkOf(code.slice(0, -1)) ? code : null;
}

/** As it is printed: `7K3M-9QXT-4H2P-WD6R`. */
export function printVoucherCode(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join("-");
}

/** Each place weighs differently, so that a wrong character or two swapped ones change the sum. */
function checkOf(drawn: string): string {
  const sum = [...drawn].reduce(
    (total, character, place) => total + (place + 2) * ALPHABET.indexOf(character),
    0,
  );
  return ALPHABET.charAt(sum % ALPHABET.length);
}
