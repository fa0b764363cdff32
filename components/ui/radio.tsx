import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** One radio button with its label; put several of the same `name` into a FieldSet. */
export function Radio({
  label,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label
      className={classNames("flex cursor-pointer items-start gap-2.5 touch:min-h-11 touch:py-2.5", className)}
    >
      <input
        type="radio"
        {...rest}
        className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-edge bg-surface checked:border-[5px] checked:border-accent-strong disabled:opacity-50"
      />
      <span className="min-w-0">
        <span className="block text-base">{label}</span>
        {hint && <span className="block text-ink-3 text-xs">{hint}</span>}
      </span>
    </label>
  );
}
