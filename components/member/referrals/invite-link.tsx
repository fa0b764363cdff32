import { ChevronRight, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { WalletLink } from "@/components/member/wallet-link";

/** The way from the card to the member's own link. */
export function InviteLink({ href }: { href: string }) {
  const t = useTranslations("referral");
  return (
    <WalletLink href={href} className="flex items-center gap-3 rounded-lg border px-4 py-3 hover:bg-hover">
      <UserRoundPlus aria-hidden="true" className="size-5 text-accent-ink" />
      <span className="flex-1 font-medium text-md">{t("title")}</span>
      <ChevronRight aria-hidden="true" className="size-4 text-ink-3 rtl:-scale-x-100" />
    </WalletLink>
  );
}
