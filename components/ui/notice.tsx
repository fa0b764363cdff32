import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { classNames } from "./class-names";

const TONES: Record<Tone, string> = {
  neutral: "border bg-sunken text-ink-2",
  good: "bg-good-soft text-good-ink",
  warn: "bg-warn-soft text-warn-ink",
  bad: "bg-bad-soft text-bad-ink",
  info: "bg-info-soft text-info-ink",
  accent: "bg-accent-soft text-accent-ink",
};

/** A message in the flow of a page. With tone "bad" it is announced at once. */
export function Notice({
  tone = "neutral",
  icon,
  className,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={classNames(
        "flex items-start gap-2.5 rounded-lg px-4 py-3 text-base [&>svg]:mt-px [&>svg]:size-4.5",
        TONES[tone],
        className,
      )}
    >
      {icon}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
