"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { usePortal } from "../../portal-context";
import { currencySign, parseAmount, toAmountText } from "./money";
import { placeAttribute, useControl } from "./place";

const SHAPE =
  "h-7 max-w-full rounded-sm px-2 font-medium text-base transition-colors duration-120 disabled:opacity-100 " +
  "field-sizing-content focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-1 " +
  "aria-invalid:border-bad!";
const PLAIN = "border bg-sunken text-ink enabled:hover:border-edge";
const ACCENT = "border border-transparent bg-accent-soft text-accent-ink enabled:hover:border-accent/40";

/** The look of a word of a rule that can be set. */
export const ACCENT_CONTROL = classNames(
  SHAPE,
  ACCENT,
  "placeholder:font-normal placeholder:text-accent-ink/80",
);

/** The look of the buttons that add another part to a section. */
export const ADD_BUTTON =
  "group/add inline-flex h-8 items-center gap-1.5 rounded-md px-2 font-medium text-base text-ink-2 in-disabled:hidden hover:bg-hover hover:text-ink";

/** The key that would have done it from anywhere, for somebody who came to the button with the keyboard. */
export function ShortcutHint({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="hidden group-focus-visible/add:inline-flex">
      <Kbd>{children.toUpperCase()}</Kbd>
    </span>
  );
}

/** Where in the surrounding part of the definition a control's value stands; its problems are shown by it. */
type Named = { name?: string };

/** Words between the controls of a rule. */
export function Words({ children }: { children: ReactNode }) {
  return <span className="text-ink-2">{children}</span>;
}

export type SelectOption<T extends string> = { value: T; label: string; group?: string };

/** A choice that reads as a word of the rule. */
export function InlineSelect<T extends string>({
  label,
  value,
  options,
  onChange,
  tone = "plain",
  name,
}: Named & {
  label: string;
  value: T;
  options: readonly SelectOption<T>[];
  onChange: (value: T) => void;
  tone?: "plain" | "accent";
}) {
  const control = useControl(name);
  const groups = [...new Set(options.map(({ group }) => group ?? ""))];
  const shown = (group: string) =>
    options
      .filter((option) => (option.group ?? "") === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
  return (
    <select
      {...control}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
      className={classNames(SHAPE, "cursor-pointer appearance-none", tone === "accent" ? ACCENT : PLAIN)}
    >
      {groups.map((group) =>
        group === "" ? (
          shown(group)
        ) : (
          <optgroup key={group} label={group}>
            {shown(group)}
          </optgroup>
        ),
      )}
    </select>
  );
}

/** A short text that reads as a word of the rule. */
export function InlineText({
  label,
  value,
  onChange,
  onBlur,
  placeholder,
  type = "text",
  maxLength,
  name,
}: Named & {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  type?: "text" | "time" | "date" | "datetime-local" | "url";
  maxLength?: number;
}) {
  const control = useControl(name);
  return (
    <input
      {...control}
      type={type}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      className={classNames(ACCENT_CONTROL, "min-w-16")}
    />
  );
}

function readNumber(text: string, mayBeFraction: boolean): number {
  const number = text.trim() === "" ? 0 : Number(text.replace(",", "."));
  return mayBeFraction ? number : Math.round(number);
}

/**
 * A number as a word of the rule. What is typed is kept as it is while it is being typed; what is no number counts
 * as zero, which the rules refuse where it makes no sense.
 */
export function InlineNumber({
  label,
  value,
  onChange,
  mayBeFraction = false,
  parse = (text) => readNumber(text, mayBeFraction),
  show = String,
  prefix,
  suffix,
  name,
}: Named & {
  label: string;
  value: number;
  onChange: (value: number) => void;
  mayBeFraction?: boolean;
  parse?: (text: string) => number | null;
  show?: (value: number) => string;
  prefix?: string;
  suffix?: string;
}) {
  const control = useControl(name);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span
      className={classNames(
        SHAPE,
        ACCENT,
        "inline-flex items-center gap-1 focus-within:outline-2 focus-within:outline-accent has-aria-invalid:border-bad",
      )}
    >
      {prefix && <span aria-hidden="true">{prefix}</span>}
      <input
        {...control}
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? show(value)}
        onFocus={(event) => event.target.select()}
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
  name,
}: Named & {
  label: string;
  value: number;
  onChange: (amountMinor: number) => void;
}) {
  const { currency, locale } = usePortal().program;
  return (
    <InlineNumber
      label={`${label} in ${currency}`}
      name={name}
      value={value}
      onChange={onChange}
      parse={(text) => parseAmount(text, currency)}
      show={(amountMinor) => toAmountText(amountMinor, currency)}
      prefix={currencySign(currency, locale)}
    />
  );
}

/** A statement that holds or not, as a word of the rule that is pressed in or out. */
export function InlineToggle({
  isOn,
  onChange,
  children,
}: {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
      className={classNames(SHAPE, isOn ? ACCENT : PLAIN, !isOn && "in-disabled:hidden text-ink-2")}
    >
      {children}
    </button>
  );
}

/** Adds a detail to a rule: "+ hours". */
export function AddDetail({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex h-7 items-center gap-1 rounded-sm px-1.5 text-ink-2 text-sm in-disabled:hidden hover:bg-hover hover:text-ink"
    >
      <Plus aria-hidden="true" className="size-3.5" />
      {children}
    </button>
  );
}

/** Adds another part to a section. */
export function AddButton({
  at,
  shortcut,
  children,
  onClick,
}: {
  /** JSON pointer of the button, where the focus goes when nothing else is left. */
  at?: string;
  shortcut?: string;
  children: ReactNode;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      {...(at && placeAttribute(at))}
      aria-keyshortcuts={shortcut}
      data-shortcut={shortcut}
      onClick={onClick}
      className={ADD_BUTTON}
    >
      <Plus aria-hidden="true" className="size-4" />
      {children}
      {shortcut && <ShortcutHint>{shortcut}</ShortcutHint>}
    </button>
  );
}
