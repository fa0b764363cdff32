import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { WalletLink } from "./wallet-link";

/** The way back from a page to the list that it belongs to: above the title, and as high as a thumb needs. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <WalletLink
      href={href}
      className="mb-1 -ms-1 inline-flex min-h-11 items-center gap-1 rounded-md pe-2 text-ink-2 text-sm hover:text-ink print:hidden"
    >
      <ChevronLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
      {children}
    </WalletLink>
  );
}
