import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "accent" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-ink text-paper hover:bg-ink/88",
  accent: "bg-accent-strong text-on-accent hover:bg-accent-strong/90",
  secondary: "border border-line-strong bg-surface text-ink hover:bg-hover",
  ghost: "text-ink-2 hover:bg-hover hover:text-ink",
  danger: "border border-bad/40 bg-surface text-bad-ink hover:bg-bad-soft",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-7 gap-1.5 px-2.5 text-sm touch:h-11 [&_svg]:size-3.5",
  md: "h-8 gap-2 px-3 text-base touch:h-11 [&_svg]:size-4",
  lg: "h-11 gap-2 px-5 text-md [&_svg]:size-4.5",
};

/** How a button looks. */
export type ButtonLook = {
  /** primary: ink; accent: the one brand-coloured action of a page; secondary: outlined; ghost; danger. */
  variant?: ButtonVariant;
  /** sm 28 px, md 32 px, lg 44 px; none is lower than 44 px on touch screens. */
  size?: ButtonSize;
};

/** The classes of a button, for elements that must look like one. */
export function buttonClass({ variant = "secondary", size = "md" }: ButtonLook = {}): string {
  return classNames(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium",
    "transition-colors duration-120 disabled:pointer-events-none disabled:opacity-50",
    "aria-disabled:pointer-events-none aria-disabled:opacity-50",
    VARIANTS[variant],
    SIZES[size],
  );
}

/** A button. `pending` keeps its width, announces itself as busy and takes no further presses. */
export function Button({
  variant,
  size,
  pending = false,
  className,
  type = "button",
  disabled,
  children,
  ...rest
}: ComponentProps<"button"> & ButtonLook & { pending?: boolean }) {
  return (
    <button
      type={type}
      className={classNames(buttonClass({ variant, size }), pending && "animate-breathe", className)}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      {...rest}
    >
      {children}
    </button>
  );
}
