import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { WalletLink } from "@/components/member/wallet-link";

/** The way to the messages, with how many are new. */
export function MessagesLink({ href, unread }: { href: string; unread: number }) {
  const t = useTranslations("wallet");
  return (
    <WalletLink
      href={href}
      aria-label={t("messages", { count: unread })}
      className="relative inline-flex size-11 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
    >
      <Mail aria-hidden="true" className="size-5" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute end-0.5 top-0.5 min-w-4.5 rounded-full bg-accent-strong px-1 text-center text-on-accent text-xs"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </WalletLink>
  );
}
