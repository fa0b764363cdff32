import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within a club. Nothing is fetched ahead for it: its pages are the reader's own as of now, so all that could be
 * had ahead is an empty frame, at the price of two requests for each link in sight.
 */
export function WalletLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
