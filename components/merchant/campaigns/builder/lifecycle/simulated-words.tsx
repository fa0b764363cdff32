"use client";

import Link from "next/link";
import { formatDay, formatMoney, formatNumber } from "@/components/ui/format";
import { usePortal } from "../../../portal-context";
import type { Foresight } from "../../server-actions";

const LINK = "font-medium text-ink underline underline-offset-2";

/** What the latest simulation of the campaign found, with the way to it; or the way to one. */
export function SimulatedWords({
  id,
  simulation,
  isError,
}: {
  /** TypeID of the campaign. */
  id: string;
  /** Absent while it is being looked up; null: there is none. */
  simulation: Foresight["simulation"] | undefined;
  isError: boolean;
}) {
  const { slug, locale, currency } = usePortal().program;
  if (isError) return <>Whether it has been simulated could not be looked up just now.</>;
  if (simulation === undefined) return <>Looking for a simulation…</>;
  if (simulation === null) {
    return (
      <>
        Nobody has simulated it.{" "}
        <Link href={`/p/${slug}/simulator/new?campaign=${id}`} className={LINK}>
          Try it on what has happened
        </Link>{" "}
        to see what it would have cost.
      </>
    );
  }
  const { isSame, isHistory, isOfAll, granted, members, costMinor, extraCostMinor, from, to } = simulation;
  const days = `${formatDay(from, "date", locale)} to ${formatDay(to, "date", locale)}`;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  const isMoreInAll = extraCostMinor !== null && extraCostMinor !== costMinor;
  return (
    <>
      {isSame ? "Simulated" : "Another draft of it was simulated"}{" "}
      {isHistory ? `over ${days}` : "over made-up or uploaded events"}
      {!isOfAll && " of some members only"}: {formatNumber(granted, locale)} points to{" "}
      {formatNumber(members, locale)} members for {money(costMinor)}
      {isMoreInAll && ` (all campaigns together: ${money(extraCostMinor)} more than without it)`}.{" "}
      <Link href={`/p/${slug}/simulator/${simulation.id}`} className={LINK}>
        See the report
      </Link>
    </>
  );
}
