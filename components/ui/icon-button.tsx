import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

const SIZES = {
  sm: "size-7 [&_svg]:size-4",
  md: "size-8 touch:size-11 [&_svg]:size-4",
  lg: "size-11 [&_svg]:size-5",
} as const;

/** A button that shows only an icon; `label` is its accessible name and its title. */
export function IconButton({
  label,
  icon,
  size = "md",
  outlined = false,
  className,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "children"> & {
  label: string;
  icon: ReactNode;
  /** sm 28 px, for the inside of other controls; md 32 px, and 44 px on touch screens; lg 44 px. */
  size?: keyof typeof SIZES;
  outlined?: boolean;
}) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors duration-120",
        "hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-50",
        outlined && "border border-line-strong bg-surface",
        SIZES[size],
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
}
