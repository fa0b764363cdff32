/**
 * MD5 of a text, 32 hex digits: the same as `md5(text)` in SQL. It spreads and names things; it keeps no secret.
 * Written out because the browser, which previews with the engine, has no digest that answers at once.
 */
export function md5(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  let [a, b, c, d] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < words.length; block += 16) {
    const [startA, startB, startC, startD] = [a, b, c, d];
    for (let round = 0; round < 64; round += 1) {
      const quarter = round >> 4;
      const sum =
        a + mixed(quarter, b, c, d) + (SINES[round] ?? 0) + (words[block + wordOf(quarter, round)] ?? 0);
      const turn = TURNS[quarter * 4 + (round & 3)] ?? 0;
      const turned = (sum << turn) | ((sum | 0) >>> (32 - turn));
      [a, d, c, b] = [d, c, b, (b + turned) | 0];
    }
    [a, b, c, d] = [(a + startA) | 0, (b + startB) | 0, (c + startC) | 0, (d + startD) | 0];
  }
  return [a, b, c, d].map(hex).join("");
}

const SINES = Int32Array.from({ length: 64 }, (_, index) =>
  Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32),
);
const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

function mixed(quarter: number, b: number, c: number, d: number): number {
  if (quarter === 0) return (b & c) | (~b & d);
  if (quarter === 1) return (b & d) | (c & ~d);
  return quarter === 2 ? b ^ c ^ d : c ^ (b | ~d);
}

function wordOf(quarter: number, round: number): number {
  if (quarter === 0) return round;
  if (quarter === 1) return (5 * round + 1) & 15;
  return quarter === 2 ? (3 * round + 5) & 15 : (7 * round) & 15;
}

/** The bytes, a one bit, and the length in bits at the end of the last block of 64 bytes; little-endian words. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  const put = (byte: number, at: number) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << ((at & 3) * 8));
  };
  bytes.forEach(put);
  put(0x80, bytes.length);
  words[words.length - 2] = bytes.length * 8;
  return words;
}

/** A little-endian word as its four bytes are written. */
function hex(word: number): string {
  let digits = "";
  for (let byte = 0; byte < 4; byte += 1)
    digits += ((word >>> (byte * 8)) & 0xff).toString(16).padStart(2, "0");
  return digits;
}
