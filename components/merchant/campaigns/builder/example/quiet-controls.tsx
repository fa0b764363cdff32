"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { ExampleAttribute } from "./example";

const QUIET =
  "h-7 min-w-0 rounded-sm border border-transparent bg-transparent px-1.5 text-base hover:border-line-strong focus:border-accent focus:bg-paper focus:outline-none";

/** A text that is read first and edited where it stands. */
export function QuietText({
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
  type?: "text" | "datetime-local" | "date";
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
export function QuietNumber({
  label,
  value,
  show = String,
  parse = parseCount,
  onChange,
  className,
}: {
  label: string;
  value: number;
  show?: (value: number) => string;
  parse?: (text: string) => number | null;
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

/** A count with up to three decimals; null where the text is none. */
export function parseCount(text: string): number | null {
  return /^\d{1,9}([.,]\d{0,3})?$/.test(text.trim()) ? Number(text.replace(",", ".")) : null;
}

/** A detail with its name, as a tag that can be taken off. */
export function QuietDetail({
  name,
  value,
  type,
  placeholder,
  onChange,
  onRemove,
}: {
  name: string;
  value: string;
  type?: "text" | "date";
  placeholder?: string;
  onChange: (value: string) => void;
  onRemove: () => void;
}) {
  return (
    <span className="inline-flex max-w-full items-center rounded-sm bg-sunken text-sm">
      <span aria-hidden="true" className="ps-1.5 text-ink-2">
        {name}
      </span>
      <QuietText
        label={`${name} of the example`}
        type={type}
        value={value}
        placeholder={placeholder}
        onChange={onChange}
        className="field-sizing-content text-sm"
      />
      <IconButton size="sm" label={`Remove ${name.toLowerCase()}`} icon={<X />} onClick={onRemove} />
    </span>
  );
}

/** Attributes by name, each with its value. */
export function QuietAttributes({
  attributes,
  onChange,
}: {
  attributes: readonly ExampleAttribute[];
  onChange: (attributes: ExampleAttribute[]) => void;
}) {
  return attributes.map((attribute) => {
    const put = (change: Partial<ExampleAttribute>) =>
      onChange(attributes.map((other) => (other.key === attribute.key ? { ...other, ...change } : other)));
    const name = attribute.name || "the attribute";
    return (
      <span key={attribute.key} className="inline-flex max-w-full items-center rounded-sm bg-sunken text-sm">
        <QuietText
          label="Name of an attribute"
          value={attribute.name}
          placeholder="name"
          onChange={(next) => put({ name: next })}
          className="field-sizing-content text-ink-2 text-sm"
        />
        <span aria-hidden="true" className="text-ink-3">
          =
        </span>
        <QuietText
          label={`Value of ${name}`}
          value={attribute.value}
          placeholder="value"
          onChange={(value) => put({ value })}
          className="field-sizing-content text-sm"
        />
        <IconButton
          size="sm"
          label={`Remove ${name}`}
          icon={<X />}
          onClick={() => onChange(attributes.filter(({ key }) => key !== attribute.key))}
        />
      </span>
    );
  });
}
