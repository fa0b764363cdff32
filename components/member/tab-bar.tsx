"use client";

import { CreditCard, ReceiptText, UserRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";

const TABS = [
  { path: "", label: "Card", icon: CreditCard },
  { path: "/activity", label: "Activity", icon: ReceiptText },
  { path: "/profile", label: "Profile", icon: UserRound },
] as const;

/** The wallet's places: under the thumb on a phone, in the header where there is room. */
export function TabBar({ program, className }: { program: string; className?: string }) {
  const pathname = usePathname();
  const home = `/club/${program}`;
  return (
    <nav aria-label="Wallet" className={className}>
      <ul className="flex">
        {TABS.map(({ path, label, icon: Icon }) => {
          const current = pathname === `${home}${path}`;
          return (
            <li key={path} className="flex-1">
              <Link
                href={`${home}${path}`}
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "relative flex h-14 flex-col items-center justify-center gap-1 rounded-md font-medium text-xs",
                  "md:h-9 md:flex-row md:gap-2 md:px-3 md:text-base [&_svg]:size-5 md:[&_svg]:size-4",
                  current ? "text-accent-ink" : "text-ink-2 hover:text-ink",
                )}
              >
                {current && (
                  <span
                    aria-hidden="true"
                    className="-top-px absolute h-0.5 w-8 bg-accent md:inset-x-3 md:top-auto md:bottom-0 md:w-auto"
                  />
                )}
                <Icon aria-hidden="true" />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
