import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tone = "neutral" | "good" | "warn" | "bad" | "info" | "accent";

const TONES: Record<Tone, string> = {
  neutral: "bg-sunken text-ink-2 ring-1 ring-line ring-inset",
  good: "bg-good-soft text-good-ink",
  warn: "bg-warn-soft text-warn-ink",
  bad: "bg-bad-soft text-bad-ink",
  info: "bg-info-soft text-info-ink",
  accent: "bg-accent-soft text-accent-ink",
};

/** A few words of state, with the square dot: "Active", "Draft", "Failed". */
export function StateChip({
  tone = "neutral",
  dot = true,
  className,
  children,
}: {
  tone?: Tone;
  dot?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 items-center gap-1.5 whitespace-nowrap rounded-full px-2 font-medium text-xs",
        TONES[tone],
        className,
      )}
    >
      {dot && <span aria-hidden="true" className="size-1.5 shrink-0 rounded-[1px] bg-current" />}
      {children}
    </span>
  );
}

/** A small count or label without state, e.g. beside a heading. */
export function Badge({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 min-w-5 items-center justify-center whitespace-nowrap rounded-sm bg-sunken px-1.5 text-ink-2 text-xs ring-1 ring-line ring-inset",
        className,
      )}
    >
      {children}
    </span>
  );
}
