import { useTranslations } from "next-intl";
import { formatNumber, formatSigned } from "@/components/ui/format";
import type { StatementDto } from "@/lib/statements/schema";
import { movementsOf, partsOf } from "./statement-words";
import { usePoints } from "./use-points";

/** One statement as a sum: from the balance at the beginning of the month to the one at its end. */
export function StatementSheet({ statement, locale }: { statement: StatementDto; locale: string }) {
  const t = useTranslations("statements");
  const { name } = usePoints(statement.pointType.name);
  const parts = partsOf(statement);
  return (
    <section aria-label={name} className="mt-6 break-inside-avoid">
      <h2 className="text-lg first-letter:uppercase">{name}</h2>
      <dl className="mt-2 divide-y border-y tabular-nums">
        <Line label={t("opening")} value={formatNumber(statement.opening, locale)} isStrong />
        {movementsOf(statement).map(({ name, points }) => (
          <Line key={name} label={t(name)} value={formatSigned(points, locale)} />
        ))}
        <Line label={t("closing")} value={formatNumber(statement.closing, locale)} isStrong />
        {parts.map(({ name, points }) => (
          <Line key={name} label={t(name)} value={formatNumber(points, locale)} isPart />
        ))}
      </dl>
    </section>
  );
}

function Line({
  label,
  value,
  isStrong = false,
  isPart = false,
}: {
  label: string;
  value: string;
  isStrong?: boolean;
  isPart?: boolean;
}) {
  return (
    <div className={`flex items-baseline justify-between gap-6 py-2.5 ${isPart ? "ps-4 text-ink-2" : ""}`}>
      <dt className={isStrong ? "font-medium" : "text-ink-2"}>{label}</dt>
      <dd className={isStrong ? "font-semibold text-lg" : ""}>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
