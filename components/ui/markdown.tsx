import { Fragment, type ReactNode } from "react";
import { type Block, type Inline, readMarkdown } from "@/lib/core/markdown";
import { classNames } from "./class-names";

/**
 * A text in Markdown, drawn from data: HTML in it is text like any other. It may be in another language than the page:
 * each block is written in the direction of its own first letter.
 */
export function Markdown({
  source,
  headingLevel = 3,
  className,
}: {
  source: string;
  /** Of all its headings: it stands below one of the page's. */
  headingLevel?: 3 | 4;
  className?: string;
}) {
  const blocks = readMarkdown(source);
  return (
    <div className={classNames("flex flex-col gap-2.5 text-pretty break-words", className)}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
        <BlockView key={index} block={block} Heading={`h${headingLevel}`} />
      ))}
    </div>
  );
}

function BlockView({ block, Heading }: { block: Block; Heading: "h3" | "h4" }) {
  switch (block.kind) {
    case "heading":
      return (
        <Heading dir="auto" className="mt-1 text-md">
          {drawn(block.children)}
        </Heading>
      );
    case "paragraph":
      return (
        <p dir="auto">
          {block.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <Fragment key={index}>
              {index > 0 && <br />}
              {drawn(line)}
            </Fragment>
          ))}
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List
          dir="auto"
          className={classNames("ms-5 flex flex-col gap-1", block.ordered ? "list-decimal" : "list-disc")}
        >
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
            <li key={index}>{drawn(item)}</li>
          ))}
        </List>
      );
    }
  }
}

function drawn(inlines: readonly Inline[]): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity but their place
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} />);
}

function InlineView({ inline }: { inline: Inline }): ReactNode {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "strong":
      return <strong className="font-semibold">{drawn(inline.children)}</strong>;
    case "emphasis":
      return <em>{drawn(inline.children)}</em>;
    case "link":
      return (
        <a
          href={inline.href}
          rel="noopener noreferrer nofollow"
          target="_blank"
          className="font-medium text-accent-ink underline underline-offset-2"
        >
          {drawn(inline.children)}
        </a>
      );
  }
}
