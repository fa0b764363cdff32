import { describe, expect, it } from "vitest";
import { fold, type Searchable, searchTerms, searchWords } from "./search-words";

const amira: Searchable = {
  name: "Amira Haddad",
  email: "amira.haddad@example.com",
  phone: "+49 170 123 45 67",
  externalId: "CUST-00123",
  cardNumber: "BC4410772903",
};

/** The rule of the search: each term starts one of the words. */
function finds(query: string, member = amira): boolean {
  const words = searchWords(member);
  const terms = searchTerms(query);
  return terms.length > 0 && terms.every((term) => words.some((word) => word.startsWith(term)));
}

describe("member search", () => {
  it.each([
    "amira",
    "ami had",
    "had ami",
    "AMIRA",
    "amira.haddad@ex",
    "amira.haddad",
    "4410",
    "4410 7729 03",
    "BC 4410 7729",
    "bc4410772903",
    "cust-00123",
    "CUST 001",
    "00123",
    "+49 170 123",
    "49170",
  ])("finds Amira Haddad by %j", (query) => {
    expect(finds(query)).toBe(true);
  });

  it.each(["mira", "ami hat", "example.com", "gmail", "4411", "", "  ", "'"])(
    "does not find her by %j",
    (query) => {
      expect(finds(query)).toBe(false);
    },
  );

  it("ignores accents, both ways", () => {
    const zoe = { ...amira, name: "Zoë Łukasiewicz-Groß", email: null };
    for (const query of ["zoe", "zoë", "lukas", "gross", "groß", "łuka zoë"])
      expect(finds(query, zoe)).toBe(true);
    expect(fold("ÀÉÎÕÜ İı")).toBe("aeiou ii");
  });

  it("finds a name with an apostrophe as one word or two", () => {
    const member = { ...amira, name: "Maeve O’Brien", email: null };
    for (const query of ["o'brien", "obrien", "brien", "maeve o"]) expect(finds(query, member)).toBe(true);
  });

  it("finds names in other scripts", () => {
    expect(finds("أمي", { ...amira, name: "أميرة حداد" })).toBe(true);
    expect(finds("अमी", { ...amira, name: "अमीरा हद्दाद" })).toBe(true);
  });

  it("bounds what a member or a search may ask of the index", () => {
    const long = { ...amira, name: Array.from({ length: 200 }, (_, index) => `word${index}`).join(" ") };
    expect(searchWords(long).length).toBeLessThanOrEqual(24);
    expect(searchTerms(long.name).length).toBeLessThanOrEqual(6);
    expect(searchWords({ ...amira, name: "x".repeat(500) }).every((word) => word.length <= 64)).toBe(true);
  });
});
