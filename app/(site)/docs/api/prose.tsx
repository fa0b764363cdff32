import type { ReactNode } from "react";
import { Mono } from "@/components/ui/code-block";

/** Text of a contract: `code` in backquotes, blank lines between paragraphs. */
export function Prose({ text }: { text: string }) {
  return text.split("\n\n").map((paragraph) => (
    <p key={paragraph} className="mt-2 max-w-prose text-pretty text-ink-2 first:mt-0">
      <Inline text={paragraph} />
    </p>
  ));
}

export function Inline({ text }: { text: string }) {
  return text.split("`").map(
    (part, index): ReactNode =>
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      index % 2 === 1 ? <Mono key={index}>{part}</Mono> : part,
  );
}
