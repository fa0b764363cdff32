/** A card number in the groups that people read aloud: "BC4410772903" → "BC 4410 7729 03". */
export function cardNumberGroups(cardNumber: string): string {
  const digits = cardNumber.replace(/^\D+/, "");
  const prefix = cardNumber.slice(0, cardNumber.length - digits.length);
  return [prefix, ...(digits.match(/.{1,4}/g) ?? [])].filter((group) => group !== "").join(" ");
}
