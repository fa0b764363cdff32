import type { ReactNode } from "react";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Figure, Time } from "@/components/ui/figures";
import { type Formats, formatMoney } from "@/components/ui/format";
import { toTypeId } from "@/lib/core/ids";
import { type RedemptionDto, stageOf } from "@/lib/redemptions/schema";
import { CHANNEL_WORDS, REDEMPTION_WORDS } from "./redemption-words";

/** Redemptions, the newest first. */
export function RedemptionTable({
  redemptions,
  names,
  path,
  formats,
  empty,
}: {
  redemptions: RedemptionDto[];
  /** Members' names by id; null where all are of one member. */
  names: ReadonlyMap<string, string> | null;
  /** Where each has a page of its own. */
  path: string;
  formats: Formats;
  empty?: ReactNode;
}) {
  return (
    <DataTable
      caption="Redemptions"
      rows={redemptions}
      rowKey={({ redemptionId }) => redemptionId}
      rowHref={({ redemptionId }) => `${path}/${toTypeId("red", redemptionId)}`}
      columns={[
        {
          key: "reward",
          header: "Reward",
          cell: ({ reward, memberId, channel, points, createdAt }) => (
            <span className="block min-w-0">
              <span className="block max-w-[52vw] truncate font-medium sm:max-w-80">{reward.name}</span>
              <span className="block max-w-[52vw] truncate text-ink-3 text-xs sm:max-w-80">
                {names === null
                  ? CHANNEL_WORDS[channel]
                  : (names.get(memberId ?? "") ?? "A member who has left")}
              </span>
              <span className="block text-ink-3 text-xs sm:hidden">
                <Figure value={points} locale={formats.locale} /> ·{" "}
                <Time at={createdAt} formats={formats} timeStyle="date" />
              </span>
            </span>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: (redemption) => {
            const words = REDEMPTION_WORDS[stageOf(redemption)];
            return <StateChip tone={words.tone}>{words.label}</StateChip>;
          },
        },
        {
          key: "reference",
          header: "Reference",
          hideBelow: "lg",
          cell: ({ reference }) => (
            <span className="break-all font-mono text-ink-2 text-xs">{reference ?? "–"}</span>
          ),
        },
        {
          key: "at",
          header: "Asked for",
          hideBelow: "sm",
          cell: ({ createdAt }) => <Time at={createdAt} formats={formats} className="text-ink-2" />,
        },
        {
          key: "price",
          header: "Price",
          align: "end",
          hideBelow: "sm",
          cell: ({ points, amountMinor }) => (
            <span className="whitespace-nowrap">
              <Figure value={points} locale={formats.locale} className="font-semibold" />
              {amountMinor > 0 && (
                <span className="block text-ink-3 text-xs">
                  + {formatMoney(amountMinor, formats.currency, formats.locale)}
                </span>
              )}
            </span>
          ),
        },
      ]}
      empty={empty}
    />
  );
}
