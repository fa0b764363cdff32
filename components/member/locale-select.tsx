"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/ui/field";
import { formatNumber, formatTime } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { WALLET_LOCALES, type WalletLocale } from "@/lib/members/schema";
import { useAction } from "./use-action";

/** How numbers and dates are written for this member. Each language is named in itself. */
export function LocaleSelect({
  program,
  locale,
  programLocale,
  timeZone,
  save,
}: {
  program: string;
  /** null follows the program. */
  locale: string | null;
  programLocale: string;
  timeZone: string;
  save: (change: { program: string; locale: WalletLocale | null }) => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const toast = useToast();
  const { run, pending, message } = useAction(save);

  async function choose(chosen: string) {
    const next = WALLET_LOCALES.find((tag) => tag === chosen) ?? null;
    if ((await run({ program, locale: next })) === null) return;
    toast.success("Saved");
    router.refresh();
  }

  const shown = locale ?? programLocale;
  const example = `${formatNumber(1284, shown)} · ${formatTime("2026-12-31T12:00:00Z", "date", { locale: shown, timeZone })}`;
  return (
    <Field label="Numbers and dates" hint={`Written like this: ${example}`} error={message}>
      <Select
        controlSize="lg"
        value={locale ?? ""}
        disabled={pending}
        onChange={(event) => void choose(event.target.value)}
      >
        <option value="">As the club writes them ({nameOf(programLocale)})</option>
        {WALLET_LOCALES.map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
}
