import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** A setting that takes effect at once. In a form that is submitted later, use a Checkbox. */
export function Switch({
  label,
  hint,
  hideLabel = false,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "role"> & {
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
}) {
  return (
    <label
      className={classNames(
        "flex cursor-pointer gap-3 touch:min-h-11",
        hint ? "items-start touch:py-1" : "items-center",
        className,
      )}
    >
      <span className="relative mt-px inline-flex shrink-0">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says its own checked state
          role="switch"
          {...rest}
          className="peer h-5 w-9 appearance-none rounded-sm border border-edge bg-sunken transition-colors duration-120 checked:border-accent-strong checked:bg-accent-strong disabled:opacity-50"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute start-1 top-1 size-3 rounded-xs bg-edge transition-transform duration-120 peer-checked:translate-x-4 peer-checked:bg-on-accent rtl:peer-checked:-translate-x-4"
        />
      </span>
      <span className={hideLabel ? "sr-only" : "min-w-0"}>
        <span className="block text-base">{label}</span>
        {hint && <span className="block text-ink-3 text-xs">{hint}</span>}
      </span>
    </label>
  );
}
