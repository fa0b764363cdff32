"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { parseAmount, toAmountText } from "@/components/merchant/campaigns/builder/money";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { formatMoney } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import type { Problem } from "./editable";

const ProblemsContext = createContext<readonly Problem[]>([]);
export const Problems = ProblemsContext.Provider;

/** What is wrong at one place of the reward, or below it. */
export function useProblem(pointer: string): string | undefined {
  const problems = useContext(ProblemsContext);
  return problems.find((problem) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`))
    ?.detail;
}

/** A part of the editor, with an anchor of its own. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-6 border-t pt-5 first:border-t-0 first:pt-0"
    >
      <h2 id={`${id}-title`} className="text-md">
        {title}
      </h2>
      {note && <p className="mt-0.5 text-ink-3 text-sm">{note}</p>}
      <div className="mt-3.5 flex flex-col gap-4">{children}</div>
    </section>
  );
}

type Common = { label: string; pointer: string; hint?: ReactNode; optional?: boolean; className?: string };

/** A whole number, or nothing. What is typed stays as it is typed. */
export function CountField({
  value,
  onChange,
  unit,
  placeholder,
  label,
  pointer,
  ...field
}: Common & {
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string;
  placeholder?: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const problem = useProblem(pointer);
  const isWhole = typed === null || /^\d*$/.test(typed);
  return (
    <Field label={label} error={isWhole ? problem : "A whole number, please."} {...field}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? (value === null ? "" : String(value))}
        placeholder={placeholder}
        trailing={unit && <span className="pe-2">{unit}</span>}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          const text = target.value.replace(/[\s.,]/g, "");
          setTyped(text);
          if (text === "") onChange(null);
          else if (/^\d{1,9}$/.test(text)) onChange(Number(text));
        }}
      />
    </Field>
  );
}

/** An amount in the program's currency, kept in minor units, or nothing. */
export function MoneyField({
  value,
  onChange,
  label,
  pointer,
  placeholder,
  ...field
}: Common & { value: number | null; onChange: (value: number | null) => void; placeholder?: string }) {
  const { currency, locale } = usePortal().program;
  const [typed, setTyped] = useState<string | null>(null);
  const problem = useProblem(pointer);
  const isAmount = typed === null || typed.trim() === "" || parseAmount(typed, currency) !== null;
  return (
    <Field
      label={label}
      error={isAmount ? problem : `An amount like ${formatMoney(1_250, currency, locale)}, please.`}
      {...field}
    >
      <Input
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? (value === null ? "" : toAmountText(value, currency))}
        placeholder={placeholder}
        trailing={<span className="pe-2">{currency}</span>}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value);
          const amount = parseAmount(target.value, currency);
          if (target.value.trim() === "") onChange(null);
          else if (amount !== null) onChange(amount);
        }}
      />
    </Field>
  );
}
