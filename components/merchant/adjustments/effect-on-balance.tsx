import { formatNumber } from "@/components/ui/format";

/** What an adjustment does to a balance, in a sentence. All numbers are points. */
export function EffectOnBalance({
  balance,
  debt = 0,
  points,
  locale,
}: {
  balance: number;
  /** What the member owes: a credit pays it first. */
  debt?: number;
  /** Signed. */
  points: number;
  locale: string;
}) {
  const write = (value: number) => formatNumber(value, locale);
  const paid = points > 0 ? Math.min(debt, points) : 0;
  const after = balance + points - paid;
  if (after < 0) {
    return (
      <span className="text-bad-ink">
        There are {write(balance)} to take; {write(-after)} are missing.
      </span>
    );
  }
  return (
    <>
      Balance <span className="font-medium text-ink">{write(balance)}</span> →{" "}
      <span className="font-medium text-ink">{write(after)}</span>
      {paid > 0 && `; ${write(paid)} pay what is owed`}
    </>
  );
}
