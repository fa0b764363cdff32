import { useTranslations } from "next-intl";
import { formatNumber } from "@/components/ui/format";
import type { WalletDto } from "@/lib/wallet/schema";

/** What the member has of the program's other points: those that qualify for something. */
export function OtherPoints({ types, locale }: { types: WalletDto["otherTypes"]; locale: string }) {
  const t = useTranslations("wallet");
  return (
    <dl className="mt-2 divide-y">
      {types.map(({ code, name, available, pending }) => (
        <div key={code} className="flex items-baseline justify-between gap-4 py-2.5">
          <dt className="text-md">{name}</dt>
          <dd className="text-end">
            <span className="font-semibold text-lg">{formatNumber(available, locale)}</span>
            {pending > 0 && (
              <span className="block text-ink-2 text-sm">{t("onTheirWay", { count: pending })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
