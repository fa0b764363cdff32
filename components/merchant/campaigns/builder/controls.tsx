"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { usePortal } from "../../portal-context";
import { currencySign, parseAmount, toAmountText } from "./money";

const SHAPE =
  "h-7 max-w-full rounded-sm px-2 font-medium text-base transition-colors duration-120 disabled:opacity-100 " +
  "field-sizing-content focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-1";
const PLAIN = "border bg-sunken text-ink enabled:hover:border-edge";
const ACCENT = "border border-transparent bg-accent-soft text-accent-ink enabled:hover:border-accent/40";

/** Words between the controls of a rule. */
export function Words({ children }: { children: ReactNode }) {
  return <span className="text-ink-2">{children}</span>;
}

/** A choice that reads as a word of the rule. */
export function InlineSelect<T extends string>({
  label,
  value,
  options,
  onChange,
  tone = "plain",
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  tone?: "plain" | "accent";
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
      className={classNames(SHAPE, "cursor-pointer appearance-none", tone === "accent" ? ACCENT : PLAIN)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A short text that reads as a word of the rule. */
export function InlineText({
  label,
  value,
  onChange,
  placeholder,
  type = "text",
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  type?: "text" | "time" | "date" | "datetime-local";
}) {
  return (
    <input
      type={type}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      className={classNames(SHAPE, ACCENT, "min-w-16 placeholder:font-normal placeholder:text-accent-ink/80")}
    />
  );
}

/**
 * A number as a word of the rule. What is typed is kept as it is while it is being typed; what is no number counts
 * as zero, which the rules refuse where it makes no sense.
 */
export function InlineNumber({
  label,
  value,
  onChange,
  parse = (text) => (text.trim() === "" ? 0 : Number(text.replace(",", "."))),
  show = String,
  prefix,
  suffix,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  parse?: (text: string) => number | null;
  show?: (value: number) => string;
  prefix?: string;
  suffix?: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span
      className={classNames(
        SHAPE,
        ACCENT,
        "inline-flex items-center gap-1 focus-within:outline-2 focus-within:outline-accent",
      )}
    >
      {prefix && <span aria-hidden="true">{prefix}</span>}
      <input
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? show(value)}
        onChange={(event) => {
          setTyped(event.target.value);
          const parsed = parse(event.target.value);
          onChange(parsed === null || Number.isNaN(parsed) ? 0 : parsed);
        }}
        onBlur={() => setTyped(null)}
        className="field-sizing-content min-w-4 max-w-32 bg-transparent outline-none"
      />
      {suffix && <span aria-hidden="true">{suffix}</span>}
    </span>
  );
}

/** An amount of the program's money, in minor units. */
export function InlineMoney({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (amountMinor: number) => void;
}) {
  const { currency, locale } = usePortal().program;
  return (
    <InlineNumber
      label={`${label} in ${currency}`}
      value={value}
      onChange={onChange}
      parse={(text) => parseAmount(text, currency)}
      show={(amountMinor) => toAmountText(amountMinor, currency)}
      prefix={currencySign(currency, locale)}
    />
  );
}

/** Adds another part to a section. */
export function AddButton({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 font-medium text-base text-ink-2 in-disabled:hidden hover:bg-hover hover:text-ink"
    >
      <Plus aria-hidden="true" className="size-4" />
      {children}
    </button>
  );
}
