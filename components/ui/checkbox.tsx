import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** A checkbox with its label and an optional hint. Works in a plain form; controlled through checked/onChange. */
export function Checkbox({
  label,
  hint,
  hideLabel = false,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode; hideLabel?: boolean }) {
  return (
    <label
      className={classNames("flex cursor-pointer items-start gap-2.5 touch:min-h-11 touch:py-2.5", className)}
    >
      <span className="relative mt-0.5 inline-flex size-4 shrink-0">
        <input
          type="checkbox"
          {...rest}
          className="peer size-4 appearance-none rounded-sm border border-edge bg-surface checked:border-accent-strong checked:bg-accent-strong disabled:opacity-50"
        />
        <Check
          aria-hidden="true"
          className="pointer-events-none absolute inset-0.5 size-3 stroke-[2.4]! text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span className={hideLabel ? "sr-only" : "min-w-0"}>
        <span className="block text-base">{label}</span>
        {hint && <span className="block text-ink-3 text-xs">{hint}</span>}
      </span>
    </label>
  );
}
