"use client";

import { Tag, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { usePortal } from "../../../portal-context";
import { currencySign, parseAmount, toAmountText } from "../money";
import { type ExampleLine, nextKey } from "./example";
import { QuietAttributes, QuietNumber, QuietText } from "./quiet-controls";

/** One line of the example's basket. */
export function LineEditor({
  line,
  onChange,
  onRemove,
}: {
  line: ExampleLine;
  onChange: (line: ExampleLine) => void;
  onRemove: () => void;
}) {
  const { currency, locale } = usePortal().program;
  const set = (change: Partial<ExampleLine>) => onChange({ ...line, ...change });
  const name = line.name || "the line";
  return (
    <div className="flex items-center gap-0.5 px-2 py-1.5">
      <div className="min-w-0 flex-1">
        <div className="flex items-center">
          <QuietNumber
            label={`Quantity of ${name}`}
            value={line.quantity}
            onChange={(quantity) => set({ quantity })}
            className="field-sizing-content"
          />
          <span aria-hidden="true" className="text-ink-3">
            ×
          </span>
          <QuietText
            label="Name of the product"
            value={line.name}
            placeholder="Product"
            onChange={(text) => set({ name: text })}
            className="flex-1"
          />
        </div>
        <div className="flex flex-wrap">
          <QuietText
            label={`Category of ${name}`}
            value={line.category}
            placeholder="Category"
            onChange={(category) => set({ category })}
            className="field-sizing-content max-w-full text-ink-2 text-sm"
          />
          <QuietText
            label={`Brand of ${name}`}
            value={line.brand}
            placeholder="Brand"
            onChange={(brand) => set({ brand })}
            className="field-sizing-content max-w-full text-ink-2 text-sm"
          />
          <QuietText
            label={`SKU of ${name}`}
            value={line.sku}
            placeholder="SKU"
            onChange={(sku) => set({ sku })}
            className="field-sizing-content max-w-full text-ink-2 text-sm"
          />
          <IconButton
            size="sm"
            label={`Add a label to ${name}`}
            icon={<Tag />}
            onClick={() =>
              set({ labels: [...line.labels, { key: nextKey(line.labels), name: "", value: "yes" }] })
            }
          />
        </div>
        {line.labels.length > 0 && (
          <div className="flex flex-wrap gap-1">
            <QuietAttributes attributes={line.labels} onChange={(labels) => set({ labels })} />
          </div>
        )}
      </div>
      <QuietNumber
        label={`Amount of ${name} in ${currency}`}
        value={line.amountMinor}
        show={(amountMinor) => toAmountText(amountMinor, currency)}
        parse={(text) => parseAmount(text, currency)}
        onChange={(amountMinor) => set({ amountMinor })}
        className="w-18 text-end"
      />
      <span className="text-ink-3">{currencySign(currency, locale)}</span>
      <IconButton size="sm" label={`Remove ${name}`} icon={<X />} onClick={onRemove} />
    </div>
  );
}
