import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { WalletLink } from "@/components/member/wallet-link";
import { formatNumber, formatSigned } from "@/components/ui/format";
import { type StatementDto, turnover } from "@/lib/statements/schema";
import { monthInWords } from "./statement-words";

/** Statements, the latest first, each a link to its sheet. */
export function StatementList({
  statements,
  path,
  pointName,
}: {
  statements: StatementDto[];
  /** `/club/<program>/statements` */
  path: string;
  /** What the spendable points are called; others are named. */
  pointName: string;
}) {
  const t = useTranslations("statements");
  const locale = useLocale();
  return (
    <ul className="mt-4 divide-y border-y">
      {statements.map((statement) => {
        const { month, pointType, opening, closing } = statement;
        const { cameIn, wentOut } = turnover(statement);
        return (
          <li key={`${month} ${pointType.code}`}>
            <WalletLink
              href={`${path}/${month}`}
              className="-mx-2 flex min-h-14 items-center gap-3 rounded-md px-2 py-3 hover:bg-hover/60"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium text-md">
                  {monthInWords(month, locale)}
                  {pointType.name === pointName ? "" : ` · ${pointType.name}`}
                </span>
                <span className="block text-base text-ink-2 tabular-nums">
                  {t("summary", {
                    opening: formatNumber(opening, locale),
                    cameIn: formatSigned(cameIn, locale),
                    wentOut: formatSigned(-wentOut, locale),
                  })}
                </span>
              </span>
              <span className="text-end font-semibold text-lg tabular-nums">
                {formatNumber(closing, locale)}
              </span>
              <ChevronRight aria-hidden="true" className="size-4 text-ink-3 rtl:-scale-x-100" />
            </WalletLink>
          </li>
        );
      })}
    </ul>
  );
}
