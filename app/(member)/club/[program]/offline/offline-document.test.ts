import { expect, it } from "vitest";
import { offlineDocument } from "./offline-document";

const card = {
  programName: "Bean & Crumb",
  brandHue: null,
  cardPattern: "drift" as const,
  name: '<img src=x onerror="alert(1)">',
  cardNumber: "BC 4410 7729 03",
  memberId: "mem_01h455vb4pex5vsknk084sn02q",
  balance: "1,284",
  pointName: "points",
  locale: "en",
  words: {
    notice: "You are offline. Your points are as of 22 Nov 2026, 14:05.",
    tryAgain: "Try again",
    card: "Your card",
    code: "Code for the till",
    vouchers: "Vouchers",
    howToUse: "How to use it",
  },
  vouchers: [
    {
      name: "Free <b>coffee</b>",
      code: "AB12-CD34",
      qr: "AB12CD34",
      until: "Until 5 Dec 2026",
      how: "**Show it** at the till.\n\n1. Not on <i>Mondays</i>\n2. [Opening hours](https://example.com)",
    },
    { name: "Cinema", code: "CINE-1", qr: "CINE-1", until: null, how: "" },
  ],
};

it("shows balance, time and number, and needs nothing from the network", () => {
  const html = offlineDocument(card);
  for (const shown of ["1,284", "22 Nov 2026, 14:05", "BC 4410 7729 03", "Bean &#38; Crumb"]) {
    expect(html).toContain(shown);
  }
  expect(html).not.toMatch(/(src|href)="(?!data:)[^"]+"/);
  expect(html).not.toMatch(/url\(|@import|https?:/);
});

it("takes names as text, never as markup", () => {
  expect(offlineDocument(card)).not.toContain("<img");
  expect(offlineDocument(card)).not.toContain("<b>");
});

it("has each voucher with its code, its last day and how to use it, and no word of vouchers without any", () => {
  const html = offlineDocument(card);
  for (const shown of ["AB12-CD34", "Until 5 Dec 2026", "CINE-1"]) expect(html).toContain(shown);
  expect(html.match(/How to use it/g)).toHaveLength(1);
  expect(html).toContain("<p><strong>Show it</strong> at the till.</p>");
  expect(html).toContain("<ol><li>Not on &#60;i&#62;Mondays&#60;/i&#62;</li><li>Opening hours</li></ol>");
  // The card's code, and one for each.
  expect(html.match(/crispEdges/g)).toHaveLength(3);
  expect(offlineDocument({ ...card, vouchers: [] })).not.toContain("Vouchers");
});

it("is written in the direction of its language", () => {
  expect(offlineDocument(card)).toContain('<html lang="en" dir="ltr">');
  expect(offlineDocument({ ...card, locale: "ar-EG" })).toContain('<html lang="ar-EG" dir="rtl">');
});

it("lays the card as the program has it", () => {
  const colours = (pattern: "drift" | "plain") =>
    offlineDocument({ ...card, cardPattern: pattern }).match(/ stroke="/g);
  expect(colours("drift")?.length).toBeGreaterThan(2);
  expect(colours("plain")).toBeNull();
});
