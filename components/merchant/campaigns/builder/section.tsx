import type { ReactNode } from "react";
import type { SentenceField } from "@/lib/campaigns/engine";

/** Where each part of the sentence is edited. */
export const SECTION_OF: Record<SentenceField, string> = {
  trigger: "when",
  audience: "who",
  control: "who",
  condition: "if",
  effects: "then",
  limits: "limits",
  stacking: "together",
  funding: "paid",
  terms: "terms",
  schedule: "runs",
};

/** One part of a campaign: its word at the side, its rules beside it. Links of the sentence lead here. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-24 gap-x-6 gap-y-1.5 rounded-md py-3.5 outline-offset-4 md:grid-cols-[6.5rem_minmax(0,1fr)]"
    >
      <h2 id={`${id}-title`} className="font-normal text-ink-2 text-md tracking-normal md:pt-2.5">
        {title}
      </h2>
      <div className="flex min-w-0 flex-col gap-2">{children}</div>
    </section>
  );
}

/** What holds where a part of a campaign says nothing. */
export function AsUsual({ children }: { children: ReactNode }) {
  return <p className="text-ink-3 md:pt-2.5">{children}</p>;
}
