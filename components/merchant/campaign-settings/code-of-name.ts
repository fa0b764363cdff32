const MAX_LENGTH = 40;

/** A code that can be read out, from a name: "Roastery Süd & Co." is roastery-sud-co. Empty where nothing is left. */
export function codeOfName(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll("ß", "ss")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, "");
}
