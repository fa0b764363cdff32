"use client";

import { CreditCard, Gift, ReceiptText, UserRound } from "lucide-react";
import { usePathname } from "next/navigation";
import { WalletLink } from "@/components/member/wallet-link";
import { classNames } from "@/components/ui/class-names";

const TABS = [
  { path: "", name: "card", icon: CreditCard },
  { path: "/rewards", name: "rewards", icon: Gift },
  { path: "/activity", name: "activity", icon: ReceiptText },
  { path: "/profile", name: "profile", icon: UserRound },
] as const;

/** What the bar and its places are called. */
export type TabWords = Record<"wallet" | (typeof TABS)[number]["name"], string>;

/** The wallet's places: under the thumb on a phone, in the header where there is room. */
export function TabBar({
  program,
  words,
  className,
}: {
  program: string;
  words: TabWords;
  className?: string;
}) {
  const pathname = usePathname();
  const home = `/club/${program}`;
  return (
    <nav aria-label={words.wallet} className={className}>
      <ul className="flex">
        {TABS.map(({ path, name, icon: Icon }) => {
          const here = `${home}${path}`;
          // What is below the catalogue belongs to it; everything is below the card.
          const current = pathname === here || (path !== "" && pathname.startsWith(`${here}/`));
          return (
            <li key={path} className="flex-1">
              <WalletLink
                href={`${home}${path}`}
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "relative flex h-14 flex-col items-center justify-center gap-1 rounded-md font-medium text-xs",
                  "md:h-9 whitespace-nowrap md:flex-row md:gap-2 md:px-3 md:text-base [&_svg]:size-5 md:[&_svg]:size-4",
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
                {words[name]}
              </WalletLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
