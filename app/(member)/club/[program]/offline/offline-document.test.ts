import { expect, it } from "vitest";
import { offlineDocument } from "./offline-document";

const card = {
  programName: "Bean & Crumb",
  brandHue: null,
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
  },
};

it("shows balance, time and number, and needs nothing from the network", () => {
  const html = offlineDocument(card);
  for (const shown of ["1,284", "22 Nov 2026, 14:05", "BC 4410 7729 03", "Bean &#38; Crumb"]) {
    expect(html).toContain(shown);
  }
  expect(html).not.toMatch(/(src|href)="[^"]+"/);
  expect(html).not.toMatch(/url\(|@import|https?:/);
});

it("takes names as text, never as markup", () => {
  expect(offlineDocument(card)).not.toContain("<img");
});

it("is written in the direction of its language", () => {
  expect(offlineDocument(card)).toContain('<html lang="en" dir="ltr">');
  expect(offlineDocument({ ...card, locale: "ar-EG" })).toContain('<html lang="ar-EG" dir="rtl">');
});
