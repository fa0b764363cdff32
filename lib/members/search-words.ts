/** What of a member can be searched for. */
export type Searchable = {
  name: string;
  email: string | null;
  phone: string | null;
  externalId: string | null;
  cardNumber: string;
};

/** A bound on what one member puts into the index. */
const MAX_WORDS = 24;
const MAX_WORD_LENGTH = 64;
/** A bound on the look-ups of one search. */
const MAX_TERMS = 6;

/** Letters that Unicode does not take apart into a base letter and a mark. */
const UNDIVIDED: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
};

/** Lower case without accents, so that "Żółć", "zolc" and "ZÓŁĆ" are the same. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/\p{Mn}+/gu, "")
    .replace(/[ßæœøđðþłħı]/g, (letter) => UNDIVIDED[letter] ?? letter);
}

/** The words under which a member is found, each of them by any prefix. */
export function searchWords(member: Searchable): string[] {
  const localPart = member.email?.slice(0, member.email.indexOf("@")) ?? "";
  const words = [
    ...pieces(member.name),
    ...member.name.split(/\s+/).map(joined),
    ...(member.email === null ? [] : [fold(member.email), ...pieces(localPart)]),
    ...(member.phone === null ? [] : [member.phone.replace(/\D/g, "")]),
    ...(member.externalId === null ? [] : [...pieces(member.externalId), joined(member.externalId)]),
    fold(member.cardNumber),
    member.cardNumber.replace(/\D/g, ""),
  ];
  const distinct = new Set(words.map((word) => word.slice(0, MAX_WORD_LENGTH)).filter((word) => word !== ""));
  return [...distinct].slice(0, MAX_WORDS);
}

/**
 * The prefixes that a typed search asks for; a member is found when each of them starts one of its words.
 * A number that is typed in groups ("4410 7729 03", "+49 170 …") or with the card's prefix is one term.
 */
export function searchTerms(query: string): string[] {
  const typed = fold(query).trim();
  const compact = typed.replace(/[\s()/.+-]+/g, "");
  if (/^(\d{4,}|[a-z]{1,4}\d{6,})$/.test(compact)) return [compact.slice(0, MAX_WORD_LENGTH)];
  const terms = typed
    .split(/\s+/)
    .flatMap((token) => (token.includes("@") ? [token] : pieces(token)))
    .map((term) => term.slice(0, MAX_WORD_LENGTH));
  return [...new Set(terms)].slice(0, MAX_TERMS);
}

function pieces(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((piece) => piece !== "");
}

/** "O'Brien" is also found as "obrien", "CUST-00123" as "cust00123". */
function joined(text: string): string {
  return pieces(text).join("");
}
