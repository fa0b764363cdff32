import { type Block, type Inline, readMarkdown } from "@/lib/core/markdown";
import { escapeHtml } from "./escape-html";

/** A text in Markdown for a page without a connection: links are their words, because they lead nowhere. */
export function markdownHtml(source: string): string {
  return readMarkdown(source).map(blockHtml).join("");
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h4>${inlineHtml(block.children)}</h4>`;
    case "paragraph":
      return `<p>${block.lines.map(inlineHtml).join("<br>")}</p>`;
    case "list": {
      const list = block.ordered ? "ol" : "ul";
      return `<${list}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join("")}</${list}>`;
    }
  }
}

function inlineHtml(inlines: readonly Inline[]): string {
  return inlines.map(oneInlineHtml).join("");
}

function oneInlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escapeHtml(inline.text);
    case "strong":
      return `<strong>${inlineHtml(inline.children)}</strong>`;
    case "emphasis":
      return `<em>${inlineHtml(inline.children)}</em>`;
    case "link":
      return inlineHtml(inline.children);
  }
}
