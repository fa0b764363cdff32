import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const SHAPE = "inline-flex h-7 items-center gap-1.5 rounded-sm px-2 font-medium text-base";

/** A word of a sentence that is data: plain (what it is about) or accent (what can be set). */
export function Chip({
  tone = "plain",
  className,
  children,
}: {
  tone?: "plain" | "accent";
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        SHAPE,
        tone === "accent" ? "bg-accent-soft text-accent-ink" : "border bg-sunken text-ink",
        "[&_svg]:size-4",
        className,
      )}
    >
      {children}
    </span>
  );
}

/** A filter that is on, with a link that takes it off. `removeHref` is the same page without it. */
export function FilterChip({
  label,
  value,
  removeHref,
}: {
  label: string;
  value: ReactNode;
  removeHref: string;
}) {
  return (
    <span className={classNames(SHAPE, "max-w-full border bg-surface pe-0.5 font-normal text-sm")}>
      <span className="text-ink-3">{label}</span>
      <span className="truncate font-medium">{value}</span>
      <Link
        href={removeHref}
        aria-label={`Remove filter ${label}`}
        className="inline-flex size-6 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
      >
        <X aria-hidden="true" className="size-3.5" />
      </Link>
    </span>
  );
}
