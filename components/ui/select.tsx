"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { useFieldProps } from "./field";
import { CONTROL_CLASS, CONTROL_SIZES } from "./input";

/** The platform's own select: best on phones, for keyboards and for assistive technology. Children are <option>s. */
export function Select({
  controlSize = "md",
  className,
  children,
  ...rest
}: ComponentProps<"select"> & { controlSize?: keyof typeof CONTROL_SIZES }) {
  const field = useFieldProps(rest);
  return (
    <span className={classNames("relative block min-w-0", className)}>
      <select
        {...rest}
        {...field}
        className={classNames(CONTROL_CLASS, CONTROL_SIZES[controlSize], "appearance-none truncate pe-8")}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="-translate-y-1/2 pointer-events-none absolute end-2.5 top-1/2 size-4 text-ink-3"
      />
    </span>
  );
}
