/** Characters that nobody confuses; a prime number of them, so that the check sees every swap of two. */
export const CODE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** Bytes below the largest multiple of the alphabet are each as likely as another. */
const FAIR = 256 - (256 % CODE_CHARACTERS.length);
/** As many characters as each weigh differently in the check. */
export const MAX_DRAWN = CODE_CHARACTERS.length - 3;

/** So many characters, each drawn at random: almost five bits (4.95) of chance in each. */
export function drawCharacters(count: number): string {
  let drawn = "";
  while (drawn.length < count) {
    for (const byte of crypto.getRandomValues(new Uint8Array(2 * count))) {
      if (byte < FAIR && drawn.length < count) drawn += CODE_CHARACTERS.charAt(byte % CODE_CHARACTERS.length);
    }
  }
  return drawn;
}

/** The character that follows drawn ones: each place weighs differently, so a wrong character or two swapped ones show. */
export function checkCharacter(drawn: string): string {
  const sum = [...drawn].reduce(
    (total, character, place) => total + (place + 2) * CODE_CHARACTERS.indexOf(character),
    0,
  );
  return CODE_CHARACTERS.charAt(sum % CODE_CHARACTERS.length);
}
