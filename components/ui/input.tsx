"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { useFieldProps } from "./field";

/** The look that text controls share. */
export const CONTROL_CLASS =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface text-ink transition-colors duration-120 " +
  "hover:border-edge disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 " +
  "focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-accent/35 focus-visible:outline-offset-0 " +
  "aria-invalid:border-bad aria-invalid:focus-visible:outline-bad/35";

export const CONTROL_SIZES = {
  sm: "h-7 px-2 text-sm touch:h-11 touch:text-[1rem]",
  bar: "h-8 px-2.5 text-sm touch:h-11 touch:text-[1rem]",
  md: "h-9 px-3 text-base touch:h-11 touch:text-[1rem]",
  lg: "h-12 px-3.5 text-[1rem]",
} as const;

/** A one-line text control. Put it in a Field, or give it an aria-label. */
export function Input({
  controlSize = "md",
  leading,
  trailing,
  className,
  ...rest
}: ComponentProps<"input"> & {
  /** sm 28 px; bar 32 px, beside buttons; md 36 px; lg 48 px. On touch screens at least 44 px. */
  controlSize?: keyof typeof CONTROL_SIZES;
  /** A small icon or sign at the start. */
  leading?: ReactNode;
  /** A unit, sign or small button at the end. */
  trailing?: ReactNode;
}) {
  const field = useFieldProps(rest);
  const control = (
    <input
      {...rest}
      {...field}
      className={classNames(
        CONTROL_CLASS,
        CONTROL_SIZES[controlSize],
        leading ? "ps-9" : null,
        trailing ? "pe-10" : null,
        !leading && !trailing && className,
      )}
    />
  );
  if (!leading && !trailing) return control;
  return (
    <div className={classNames("relative min-w-0", className)}>
      {leading && (
        <span className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-ink-3 [&_svg]:size-4">
          {leading}
        </span>
      )}
      {control}
      {trailing && (
        <span className="absolute inset-y-0 end-1 flex min-w-8 items-center justify-center px-1 text-ink-3 text-sm">
          {trailing}
        </span>
      )}
    </div>
  );
}
