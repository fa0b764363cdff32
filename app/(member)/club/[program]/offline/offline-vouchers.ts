import { getTranslations } from "next-intl/server";
import { soonestFirst } from "@/components/member/benefits/soonest-first";
import { formatDay } from "@/components/ui/format";
import type { MemberCtx } from "@/lib/auth/context";
import { listVouchers } from "@/lib/benefits";
import { readPromised } from "@/lib/redemptions";
import { nameFor, textsFor } from "@/lib/redemptions/schema";
import type { OfflineVoucher } from "./offline-document";

/** Of so many that can be used, those that run out first are kept. */
const KNOWN = 100;
/** More than anybody shows at a till without a connection. */
const MOST = 40;

/** The member's vouchers that can be used, as they are shown without a connection: the next to run out first. */
export async function offlineVouchers(
  ctx: MemberCtx,
  memberId: string,
  locale: string,
): Promise<OfflineVoucher[]> {
  const [t, usable] = await Promise.all([
    getTranslations("vouchers"),
    listVouchers(ctx, memberId, { state: "issued", limit: KNOWN }),
  ]);
  const items = soonestFirst(usable.items).slice(0, MOST);
  const redeemed = items.flatMap(({ redemptionId }) => (redemptionId === null ? [] : [redemptionId]));
  const rewards = await readPromised(ctx, redeemed);
  return items.map(({ name, code, redemptionId, expiresOn }) => {
    const reward = redemptionId === null ? undefined : rewards.get(redemptionId);
    return {
      name: reward === undefined ? name : nameFor(reward, locale),
      code,
      // What campaigns give is printed in groups; a code of a partner's is as the partner has it.
      qr: redemptionId === null ? code.replaceAll("-", "") : code,
      until: expiresOn === null ? null : t("until", { day: formatDay(expiresOn, "date", locale) }),
      how: reward === undefined ? "" : textsFor(reward, locale).howToUse,
    };
  });
}
