import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import type { EventAttributes, PurchaseLine } from "@/lib/events/schema";

/** `organic: yes · supplier: Nordic Oats` */
function labelsOf(attributes: EventAttributes): string {
  const shown = (value: EventAttributes[string]) =>
    typeof value === "boolean" ? (value ? "yes" : "no") : value;
  return Object.entries(attributes)
    .map(([name, value]) => `${name}: ${shown(value)}`)
    .join(" · ");
}

/** The lines of a purchase. Amounts are the lines' totals in minor units of `currency`. */
export function Basket({
  lines,
  amountMinor,
  currency,
  formats,
}: {
  lines: PurchaseLine[];
  amountMinor: number;
  currency: string;
  formats: Formats;
}) {
  const money = { ...formats, currency };
  return (
    <>
      {lines.length > 0 && (
        <DataTable
          caption="Lines of the purchase"
          dense
          rows={lines.map((line, index) => ({ ...line, index }))}
          rowKey={(line) => String(line.index)}
          columns={[
            {
              key: "item",
              header: "Item",
              cell: (line) => (
                <>
                  <span className="block">{line.name ?? line.sku ?? line.category ?? "Item"}</span>
                  <span className="block text-ink-3 text-xs">
                    {[line.category, line.brand, line.name ? line.sku : undefined]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                  {line.attributes && (
                    <span className="block break-words text-ink-3 text-xs">{labelsOf(line.attributes)}</span>
                  )}
                </>
              ),
            },
            { key: "quantity", header: "Quantity", align: "end", cell: (line) => `${line.quantity}` },
            {
              key: "amount",
              header: "Amount",
              align: "end",
              cell: (line) => <Money amountMinor={line.amountMinor} formats={money} />,
            },
          ]}
        />
      )}
      <p className="flex justify-between border-t px-4.5 py-3 font-semibold">
        <span>Total</span>
        <Money amountMinor={amountMinor} formats={money} />
      </p>
    </>
  );
}
