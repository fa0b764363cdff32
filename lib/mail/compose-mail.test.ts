import { describe, expect, it } from "vitest";
import { composeMail } from "./compose-mail";

const brand = { name: "Bean & Crumb", hue: 33, logo: null, home: "https://club.example/club/bean" };
const content = {
  subject: "482913 is your code\r\nBcc: all@example.com",
  heading: "Your <code>",
  paragraphs: ["Type it within 10 minutes."],
  code: "482913",
  action: { label: "Open", address: "https://club.example/?a=1&b=2" },
  note: "Not you? Do nothing.",
};

describe("composeMail", () => {
  it("says everything in the text", () => {
    expect(composeMail(content, brand, "en").text).toBe(
      [
        "Your <code>",
        "Type it within 10 minutes.",
        "482913",
        "Open: https://club.example/?a=1&b=2",
        "Not you? Do nothing.",
        "-- \nBean & Crumb\nhttps://club.example/club/bean\n",
      ].join("\n\n"),
    );
  });

  it("keeps the subject on one line", () => {
    expect(composeMail(content, brand, "en").subject).toBe("482913 is your code Bcc: all@example.com");
  });

  it("takes nothing in words for HTML", () => {
    const { html } = composeMail(content, { ...brand, logo: 'https://x/"onload' }, "en");
    expect(html).toContain("Your &lt;code&gt;");
    expect(html).toContain("Bean &amp; Crumb");
    expect(html).toContain('src="https://x/&quot;onload"');
    expect(html).toContain('href="https://club.example/?a=1&amp;b=2"');
    expect(html).not.toMatch(/<script|<code>/);
  });

  it("is in the reader's direction, its code from left to right", () => {
    const { html } = composeMail(content, brand, "ar-EG");
    expect(html).toContain('<html lang="ar-EG" dir="rtl">');
    expect(html).toContain('<p dir="ltr"');
    expect(composeMail({ ...content, code: undefined }, brand, "de").html).not.toContain('dir="ltr"><p');
  });

  it("wears the brand's colour", () => {
    const colours = [33, 150, 260].map(
      (hue) =>
        /border-top:4px solid (#[0-9a-f]{6})/.exec(composeMail(content, { ...brand, hue }, "en").html)?.[1],
    );
    expect(new Set(colours).size).toBe(3);
  });
});
