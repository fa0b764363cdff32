"use client";

import Link from "next/link";
import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const FRAME = "inline-flex w-fit max-w-full gap-0.5 overflow-x-auto rounded-md border bg-sunken p-0.5";
const SEGMENT =
  "inline-flex h-6.5 items-center gap-1.5 whitespace-nowrap rounded-sm px-2.5 font-medium text-ink-2 text-sm hover:text-ink touch:h-9.5 touch:px-3 [&_svg]:size-4";
const CHOSEN = "bg-surface text-ink ring-1 ring-line";

/** A filter whose choices are links to the same page: the choice lives in the URL. */
export function SegmentedLinks({
  label,
  items,
  className,
}: {
  label: string;
  items: { href: string; label: ReactNode; current: boolean; count?: ReactNode }[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={classNames(FRAME, className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? "true" : undefined}
          className={classNames(SEGMENT, item.current && CHOSEN)}
        >
          {item.label}
          {item.count !== undefined && <span className="font-normal text-ink-3 text-xs">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** One choice out of a few, held by the caller. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  options,
  className,
}: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: ReactNode; ariaLabel?: string }[];
  className?: string;
}) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
      className={classNames(FRAME, className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          aria-label={option.ariaLabel}
          className={classNames(SEGMENT, option.value === value && CHOSEN)}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
