import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button";
import { classNames } from "./class-names";

/** A link that looks like a button; apart from buttons, which do without the router. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={classNames(buttonClass({ variant, size }), className)} {...rest} />;
}
