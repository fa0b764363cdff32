import { describe, expect, it } from "vitest";
import { plainMarkdown, readMarkdown } from "./markdown";

const text = (said: string) => ({ kind: "text", text: said });

describe("Markdown", () => {
  it("has headings, paragraphs and lists", () => {
    expect(readMarkdown("# Beans\nOne line\nand another\n\n- first\n* second\n1. then\n2) last")).toEqual([
      { kind: "heading", children: [text("Beans")] },
      { kind: "paragraph", lines: [[text("One line")], [text("and another")]] },
      { kind: "list", ordered: false, items: [[text("first")], [text("second")]] },
      { kind: "list", ordered: true, items: [[text("then")], [text("last")]] },
    ]);
  });

  it("has strong and emphasised words, and links", () => {
    expect(readMarkdown("A **very *fine* roast**, see [the shop](https://beans.example/a_b).")).toEqual([
      {
        kind: "paragraph",
        lines: [
          [
            text("A "),
            {
              kind: "strong",
              children: [text("very "), { kind: "emphasis", children: [text("fine")] }, text(" roast")],
            },
            text(", see "),
            { kind: "link", href: "https://beans.example/a_b", children: [text("the shop")] },
            text("."),
          ],
        ],
      },
    ]);
  });

  it.each([
    "<script>alert(1)</script>",
    "[run](javascript:alert)",
    "[data](data:text/html,x)",
    "5 * 3 * 2",
    "snake_case_name",
    "**",
    "[]()",
  ])("takes %s as the text that it is", (source) => {
    expect(readMarkdown(source)).toEqual([{ kind: "paragraph", lines: [[text(source)]] }]);
  });

  it("comes to an end on what is nested without end", () => {
    expect(() => readMarkdown(`${"**a *b ".repeat(2_000)}${"* **".repeat(2_000)}`)).not.toThrow();
  });

  it("can be had as plain words", () => {
    expect(plainMarkdown("# Beans\nA **fine** [roast](https://x.example)\n- one\n- two")).toBe(
      "Beans A fine roast one two",
    );
  });
});
