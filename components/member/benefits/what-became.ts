import type { useTranslations } from "next-intl";
import { formatDay, formatTime } from "@/components/ui/format";
import type { VoucherDto } from "@/lib/benefits/schema";

/**
 * What became of a voucher that is over, and when.
 * @param t of `vouchers`
 */
export function whatBecameOf(
  { state, closedAt, expiresOn }: Pick<VoucherDto, "state" | "closedAt" | "expiresOn">,
  t: ReturnType<typeof useTranslations<"vouchers">>,
  formats: { locale: string; timeZone: string },
): string {
  if (state === "expired" && expiresOn !== null) {
    return t("expiredOn", { day: formatDay(expiresOn, "date", formats.locale) });
  }
  const day = closedAt === null ? "" : formatTime(closedAt, "date", formats);
  if (state === "used") return t("usedOn", { day });
  return state === "withdrawn" ? t("withdrawnOn", { day }) : t("expiredOn", { day });
}
