import { useTranslations } from "next-intl";
import type { ErasurePreview } from "@/lib/privacy/schema";

/** What a member leaves behind, and whether there is a way back. */
export function WhatIsLost({ preview, pointName }: { preview: ErasurePreview; pointName: string }) {
  const t = useTranslations("privacy");
  const { available, pending, owed, vouchers, ownPools, otherPools, graceDays } = preview;
  const lost = [
    available > 0 && t("losePoints", { points: available, name: pointName }),
    pending > 0 && t("losePending", { points: pending, name: pointName }),
    vouchers > 0 && t("loseVouchers", { count: vouchers }),
    ownPools > 0 && t("losePools", { count: ownPools }),
    otherPools > 0 && t("leavePools", { count: otherPools }),
    owed > 0 && t("owed"),
  ].filter((line) => line !== false);
  return (
    <div className="flex flex-col gap-3 text-base">
      {lost.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {lost.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="font-medium">{graceDays > 0 ? t("grace", { days: graceDays }) : t("atOnce")}</p>
      <p className="text-ink-2 text-sm">{t("whatStays")}</p>
    </div>
  );
}
