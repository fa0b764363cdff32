/** A small part of Markdown, as data: no HTML comes in, and none goes out. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] };

export type Block =
  | { kind: "heading"; children: Inline[] }
  | { kind: "paragraph"; lines: Inline[][] }
  | { kind: "list"; ordered: boolean; items: Inline[][] };

const HEADING = /^#{1,6}\s+(.*)$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBER = /^\s*\d{1,3}[.)]\s+(.*)$/;
const SAFE_ADDRESS = /^(https?:\/\/|mailto:|tel:)[^\s]+$/i;
/** Deeper than this nobody writes on purpose. */
const MAX_DEPTH = 4;

/**
 * Reads headings, paragraphs, bulleted and numbered lists, **strong**, *emphasis* and [links](https://example.com).
 * Everything else, HTML above all, is text as it stands.
 */
export function readMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const close = () => {
    if (paragraph.length > 0)
      blocks.push({ kind: "paragraph", lines: paragraph.map((line) => readInline(line)) });
    paragraph = [];
  };
  for (const line of source.split(/\r\n|\n|\r/)) {
    const heading = HEADING.exec(line);
    const bullet = BULLET.exec(line);
    const item = bullet ?? NUMBER.exec(line);
    if (heading !== null) {
      close();
      blocks.push({ kind: "heading", children: readInline(heading[1] ?? "") });
    } else if (item !== null) {
      close();
      addItem(blocks, bullet === null, readInline(item[1] ?? ""));
    } else if (line.trim() === "") close();
    else paragraph.push(line.trim());
  }
  close();
  return blocks;
}

function addItem(blocks: Block[], ordered: boolean, item: Inline[]): void {
  const last = blocks.at(-1);
  if (last?.kind === "list" && last.ordered === ordered) last.items.push(item);
  else blocks.push({ kind: "list", ordered, items: [item] });
}

const INLINE = /\*\*(?=\S)(.+?)\*\*|(?<![\w*])[*_](?=\S)([^*_]+?)[*_](?![\w*])|\[([^\]]+)\]\(([^)\s]+)\)/;

function readInline(text: string, depth = 0): Inline[] {
  const found = depth < MAX_DEPTH ? INLINE.exec(text) : null;
  if (found === null) return text === "" ? [] : [{ kind: "text", text }];
  const [whole, strong, emphasis, label, href] = found;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + whole.length);
  return [
    ...(before === "" ? [] : [{ kind: "text", text: before } as const]),
    ...inlineOf(whole, { strong, emphasis, label, href }, depth + 1),
    ...readInline(after, depth),
  ];
}

type Marks = Record<"strong" | "emphasis" | "label" | "href", string | undefined>;

function inlineOf(whole: string, { strong, emphasis, label, href }: Marks, depth: number): Inline[] {
  if (strong !== undefined) return [{ kind: "strong", children: readInline(strong, depth) }];
  if (emphasis !== undefined) return [{ kind: "emphasis", children: readInline(emphasis, depth) }];
  if (label !== undefined && href !== undefined && SAFE_ADDRESS.test(href)) {
    return [{ kind: "link", href, children: readInline(label, depth) }];
  }
  return [{ kind: "text", text: whole }];
}

/** The words of a text, without its marks: for previews and for those who read aloud. */
export function plainMarkdown(source: string): string {
  const words = (inlines: readonly Inline[]): string =>
    inlines.map((inline) => (inline.kind === "text" ? inline.text : words(inline.children))).join("");
  return readMarkdown(source)
    .map((block) => {
      if (block.kind === "heading") return words(block.children);
      return (block.kind === "list" ? block.items : block.lines).map(words).join(" ");
    })
    .join(" ");
}
