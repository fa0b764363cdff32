import { getLocale, getTranslations } from "next-intl/server";
import { cardNumberGroups } from "@/components/member/card-number-groups";
import { pointWords } from "@/components/member/point-words";
import { formatNumber, formatTime } from "@/components/ui/format";
import { memberContext } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { readMember } from "@/lib/members";
import { readWallet } from "@/lib/wallet";
import { clubProgram } from "../club-program";
import { offlineDocument } from "./offline-document";
import { offlineVouchers } from "./offline-vouchers";

/**
 * Card and vouchers as one document for the browser to keep; no content where nobody is signed in, so that it lets go of
 * it.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ program: string }> }) {
  const program = await clubProgram((await params).program);
  try {
    const ctx = await memberContext(program.slug);
    const { memberId } = ctx.actor;
    const [locale, t, titles, redemptions, common, member, wallet] = await Promise.all([
      getLocale(),
      getTranslations("offline"),
      getTranslations("vouchers"),
      getTranslations("redemptions"),
      getTranslations("common"),
      readMember(ctx, memberId),
      readWallet(ctx, memberId),
    ]);
    const { name: pointName } = pointWords(common, locale, program.pointType.name);
    const when = formatTime(ctx.clock.now(), "dateTime", { locale, timeZone: program.timeZone });
    const html = offlineDocument({
      programName: program.name,
      brandHue: program.brandHue,
      cardPattern: program.brand.cardPattern,
      name: member.name,
      cardNumber: cardNumberGroups(member.cardNumber),
      memberId: toTypeId("mem", memberId),
      balance: formatNumber(wallet.available, locale),
      pointName,
      locale,
      words: {
        notice: t("notice", { name: pointName, when }),
        tryAgain: t("tryAgain"),
        card: t("card"),
        code: t("code"),
        vouchers: titles("title"),
        howToUse: redemptions("howToUse"),
      },
      vouchers: await offlineVouchers(ctx, memberId, locale),
    });
    return new Response(html, {
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    });
  } catch (error) {
    if (error instanceof AppError && error.status === 401) return new Response(null, { status: 204 });
    throw error;
  }
}
