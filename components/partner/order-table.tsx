import type { ReactNode } from "react";
import { ORDER_WORDS } from "@/components/partner/order-words";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/figures";
import { type Formats, formatMoney } from "@/components/ui/format";
import { toTypeId } from "@/lib/core/ids";
import { type RedemptionDto, stageOf } from "@/lib/redemptions/schema";

/** Orders of a reward partner, as its people see them. */
export function OrderTable({
  orders,
  formats,
  home,
  empty,
}: {
  orders: RedemptionDto[];
  formats: Formats;
  /** The address of the list; an order is below it. */
  home: string;
  empty: ReactNode;
}) {
  return (
    <DataTable<RedemptionDto>
      caption="Orders"
      rows={orders}
      rowKey={({ redemptionId }) => redemptionId}
      rowHref={({ redemptionId }) => `${home}/${toTypeId("red", redemptionId)}`}
      empty={empty}
      columns={[
        {
          key: "reward",
          header: "Reward",
          cell: ({ reward, delivery, createdAt }) => (
            <>
              <span className="block break-words font-medium">{reward.name}</span>
              {delivery && (
                <span className="block break-words text-ink-3 text-xs">
                  {delivery.name}, {delivery.city}
                </span>
              )}
              <Time
                at={createdAt}
                formats={formats}
                timeStyle="date"
                className="block text-ink-3 text-xs sm:hidden"
              />
            </>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: (order) => {
            const { tone, label } = ORDER_WORDS[stageOf(order)];
            return <StateChip tone={tone}>{label}</StateChip>;
          },
        },
        {
          key: "asked",
          header: "Ordered",
          hideBelow: "sm",
          cell: ({ createdAt }) => <Time at={createdAt} formats={formats} className="text-ink-2" />,
        },
        {
          key: "until",
          header: "Fulfil before",
          hideBelow: "md",
          cell: ({ state, expiresAt }) =>
            state === "reserved" && expiresAt ? (
              <Time at={expiresAt} formats={formats} className="text-ink-2" />
            ) : (
              <span className="text-ink-3">–</span>
            ),
        },
        {
          key: "owed",
          header: "Owed",
          align: "end",
          cell: ({ costMinor }) => formatMoney(costMinor ?? 0, formats.currency, formats.locale),
        },
      ]}
    />
  );
}
