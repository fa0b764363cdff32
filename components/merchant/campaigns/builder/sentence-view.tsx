import type { Sentence } from "@/lib/campaigns/engine";
import { SECTION_OF } from "./section";

/** The campaign as one sentence. Each underlined part leads to where it is edited. */
export function SentenceView({ sentence, linked = true }: { sentence: Sentence; linked?: boolean }) {
  // Parts are said in order and never reordered: their place is their identity.
  const parts = sentence.parts.map((part, place) => ({ ...part, key: `${place} ${part.field ?? ""}` }));
  return (
    <p
      data-testid="sentence"
      className="max-w-3xl text-pretty font-medium text-xl leading-relaxed tracking-tight"
    >
      {parts.map(({ key, text, field }) =>
        field && linked ? (
          <a
            key={key}
            href={`#${SECTION_OF[field]}`}
            className="rounded-xs underline decoration-2 decoration-accent underline-offset-[5px] hover:bg-accent-soft"
          >
            {text}
          </a>
        ) : (
          <span key={key}>{text}</span>
        ),
      )}
    </p>
  );
}
