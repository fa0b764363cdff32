"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { useFieldProps } from "./field";
import { CONTROL_CLASS } from "./input";

/** A many-line text control that grows with its content. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  const field = useFieldProps(rest);
  return (
    <textarea
      rows={rows}
      {...rest}
      {...field}
      className={classNames(
        CONTROL_CLASS,
        "field-sizing-content max-h-96 px-3 py-2 text-base touch:text-[1rem]",
        className,
      )}
    />
  );
}
