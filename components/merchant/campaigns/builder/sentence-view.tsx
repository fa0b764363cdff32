import { Fragment } from "react";
import { BLANK, type Sentence } from "@/lib/campaigns/engine";
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
            <WithBlanks text={text} />
          </a>
        ) : (
          <span key={key}>
            <WithBlanks text={text} />
          </span>
        ),
      )}
    </p>
  );
}

/** Words with the places marked that are still to be filled in. */
function WithBlanks({ text }: { text: string }) {
  // Said in order and never reordered: their place is their identity.
  const pieces = text.split(BLANK).map((words, place) => ({ words, key: `${place}` }));
  return pieces.map(({ words, key }, place) => (
    <Fragment key={key}>
      {place > 0 && (
        <span
          role="img"
          aria-label="to be filled in"
          className="mx-0.5 rounded-xs bg-warn-soft px-2.5 text-warn-ink"
        >
          {BLANK}
        </span>
      )}
      {words}
    </Fragment>
  ));
}
