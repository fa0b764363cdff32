import { Send, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

/** The ways from the card to sending and to sharing points, where the program has them. */
export function SharingLinks({
  home,
  pointName,
  sends,
  shares,
  invitations,
}: {
  /** `/club/<program>` */
  home: string;
  pointName: string;
  sends: boolean;
  shares: boolean;
  /** Pools that wait for an answer. */
  invitations: number;
}) {
  const t = useTranslations("wallet");
  if (!sends && !shares) return null;
  return (
    <div className="flex gap-2">
      {sends && (
        <ButtonLink
          href={`${home}/send`}
          prefetch={false}
          size="lg"
          className="flex-1"
          aria-label={t("sendPoints", { name: pointName })}
        >
          <Send aria-hidden="true" className="rtl:-scale-x-100" />
          {t("send")}
        </ButtonLink>
      )}
      {shares && (
        <ButtonLink href={`${home}/pools`} prefetch={false} size="lg" className="flex-1">
          <UsersRound aria-hidden="true" />
          {t("share")}
          {invitations > 0 && (
            <span className="ms-1 rounded-full bg-accent-strong px-1.5 text-on-accent text-xs">
              {invitations}
              <span className="sr-only"> {t("invitations", { count: invitations })}</span>
            </span>
          )}
        </ButtonLink>
      )}
    </div>
  );
}
