"use client";

import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { usePortal } from "../../portal-context";
import type { Example, ExampleLine } from "./example";
import { currencySign, parseAmount, toAmountText } from "./money";

const QUIET =
  "h-7 min-w-0 rounded-sm border border-transparent bg-transparent px-1.5 text-base hover:border-line-strong focus:border-accent focus:bg-paper focus:outline-none";

function QuietText({
  label,
  value,
  onChange,
  className,
  type = "text",
  placeholder,
  inputMode,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
  type?: "text" | "datetime-local";
  placeholder?: string;
  inputMode?: "decimal" | "numeric";
}) {
  return (
    <input
      aria-label={label}
      type={type}
      value={value}
      placeholder={placeholder}
      inputMode={inputMode}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      className={classNames(QUIET, className)}
    />
  );
}

/** A number that may be half typed: what cannot be read counts as zero until it can. */
function QuietNumber({
  label,
  value,
  show,
  parse,
  onChange,
  className,
}: {
  label: string;
  value: number;
  show: (value: number) => string;
  parse: (text: string) => number | null;
  onChange: (value: number) => void;
  className?: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed !== null && (parse(typed) ?? 0) === value ? typed : show(value);
  return (
    <QuietText
      label={label}
      inputMode="decimal"
      value={text}
      className={className}
      onChange={(next) => {
        setTyped(next);
        onChange(parse(next) ?? 0);
      }}
    />
  );
}

const parseCount = (text: string) =>
  /^\d{1,6}([.,]\d{0,3})?$/.test(text.trim()) ? Number(text.replace(",", ".")) : null;

/** The member and the basket that the campaign is tried on, edited where they stand. */
export function ExampleEditor({
  example,
  isPurchase,
  onChange,
}: {
  example: Example;
  isPurchase: boolean;
  onChange: (example: Example) => void;
}) {
  const { currency, locale } = usePortal().program;
  const set = (change: Partial<Example>) => onChange({ ...example, ...change });
  const setLine = (line: ExampleLine) =>
    set({ lines: example.lines.map((other) => (other.key === line.key ? line : other)) });
  const next = Math.max(-1, ...example.lines.map(({ key }) => key)) + 1;
  const nextAttribute = Math.max(-1, ...example.attributes.map(({ key }) => key)) + 1;
  return (
    <div className="divide-y overflow-hidden rounded-lg border bg-surface">
      <div className="px-2 py-1.5">
        <div className="flex items-center gap-1">
          <QuietText
            label="Member"
            value={example.memberName}
            onChange={(memberName) => set({ memberName })}
            className="flex-1 font-medium"
          />
          <span className="flex items-center whitespace-nowrap text-ink-3 text-xs">
            joined
            <QuietNumber
              label="Days since joining"
              value={example.joinedDaysAgo}
              show={String}
              parse={parseCount}
              onChange={(joinedDaysAgo) => set({ joinedDaysAgo })}
              className="field-sizing-content text-sm"
            />
            days ago
          </span>
        </div>
        <div className="flex flex-wrap items-center gap-1">
          {example.attributes.map((attribute) => {
            const put = (change: Partial<typeof attribute>) =>
              set({
                attributes: example.attributes.map((other) =>
                  other.key === attribute.key ? { ...other, ...change } : other,
                ),
              });
            return (
              <span key={attribute.key} className="inline-flex items-center rounded-sm bg-sunken text-sm">
                <QuietText
                  label="Name of an attribute"
                  value={attribute.name}
                  placeholder="name"
                  onChange={(name) => put({ name })}
                  className="field-sizing-content text-ink-2 text-sm"
                />
                <span aria-hidden="true" className="text-ink-3">
                  =
                </span>
                <QuietText
                  label={`Value of ${attribute.name || "the attribute"}`}
                  value={attribute.value}
                  placeholder="value"
                  onChange={(value) => put({ value })}
                  className="field-sizing-content text-sm"
                />
                <IconButton
                  size="sm"
                  label={`Remove ${attribute.name || "the attribute"}`}
                  icon={<X />}
                  onClick={() =>
                    set({ attributes: example.attributes.filter(({ key }) => key !== attribute.key) })
                  }
                />
              </span>
            );
          })}
          <IconButton
            size="sm"
            label="Add an attribute"
            icon={<Plus />}
            onClick={() =>
              set({ attributes: [...example.attributes, { key: nextAttribute, name: "", value: "" }] })
            }
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-1 px-2 py-1.5">
        <QuietText
          label="When"
          type="datetime-local"
          value={example.at}
          onChange={(at) => {
            if (at) set({ at });
          }}
          className="flex-1"
        />
        {isPurchase && (
          <QuietText
            label="Store"
            value={example.store}
            placeholder="Store"
            onChange={(store) => set({ store })}
            className="w-28 text-end text-ink-2 text-sm"
          />
        )}
      </div>
      {isPurchase &&
        example.lines.map((line) => (
          <LineEditor
            key={line.key}
            line={line}
            sign={currencySign(currency, locale)}
            onChange={setLine}
            onRemove={() => set({ lines: example.lines.filter(({ key }) => key !== line.key) })}
          />
        ))}
      {isPurchase && (
        <button
          type="button"
          onClick={() =>
            set({
              lines: [
                ...example.lines,
                {
                  key: next,
                  name: "",
                  category: "",
                  brand: "",
                  quantity: 1,
                  amountMinor: parseAmount("5", currency) ?? 0,
                },
              ],
            })
          }
          className="flex w-full items-center gap-1.5 px-3.5 py-2 text-ink-2 text-sm hover:bg-hover hover:text-ink"
        >
          <Plus aria-hidden="true" className="size-3.5" />
          Line
        </button>
      )}
    </div>
  );
}

function LineEditor({
  line,
  sign,
  onChange,
  onRemove,
}: {
  line: ExampleLine;
  sign: ReactNode;
  onChange: (line: ExampleLine) => void;
  onRemove: () => void;
}) {
  const { currency } = usePortal().program;
  const set = (change: Partial<ExampleLine>) => onChange({ ...line, ...change });
  const name = line.name || "the line";
  return (
    <div className="flex items-center gap-0.5 px-2 py-1.5">
      <div className="min-w-0 flex-1">
        <div className="flex items-center">
          <QuietNumber
            label={`Quantity of ${name}`}
            value={line.quantity}
            show={String}
            parse={parseCount}
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
        <div className="flex">
          <QuietText
            label={`Category of ${name}`}
            value={line.category}
            placeholder="Category"
            onChange={(category) => set({ category })}
            className="w-1/2 text-ink-2 text-sm"
          />
          <QuietText
            label={`Brand of ${name}`}
            value={line.brand}
            placeholder="Brand"
            onChange={(brand) => set({ brand })}
            className="w-1/2 text-ink-2 text-sm"
          />
        </div>
      </div>
      <QuietNumber
        label={`Amount of ${name} in ${currency}`}
        value={line.amountMinor}
        show={(amountMinor) => toAmountText(amountMinor, currency)}
        parse={(text) => parseAmount(text, currency)}
        onChange={(amountMinor) => set({ amountMinor })}
        className="w-18 text-end"
      />
      <span className="text-ink-3">{sign}</span>
      <IconButton size="sm" label={`Remove ${name}`} icon={<X />} onClick={onRemove} />
    </div>
  );
}
