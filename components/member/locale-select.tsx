"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { formatNumber, formatTime } from "@/components/ui/format";
import { useInterfaceWords } from "@/components/ui/interface-words";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import {
  LANGUAGE_NAMES,
  LANGUAGES,
  languageOf,
  spokenLanguage,
  WALLET_LOCALES,
  type WalletLocale,
} from "@/lib/i18n/locales";
import { useAction } from "./use-action";

/** In which language the wallet speaks to this member, and how it writes numbers and dates. */
export function LocaleSelect({
  program,
  chosen,
  timeZone,
  save,
}: {
  program: string;
  /** BCP 47; null leaves it to the device and the club. */
  chosen: string | null;
  timeZone: string;
  save: (change: { program: string; locale: WalletLocale | null }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("profile");
  const words = useInterfaceWords();
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const { run, pending, message } = useAction(save);
  const language = chosen === null ? null : languageOf(chosen);
  const regions = WALLET_LOCALES.filter((tag) => languageOf(tag) === language);

  async function choose(next: WalletLocale | null) {
    if ((await run({ program, locale: next })) === null) return;
    toast.success(words.saved);
    router.refresh();
  }

  const example = `${formatNumber(1284, locale)} · ${formatTime("2026-12-31T12:00:00Z", "date", { locale, timeZone })}`;
  return (
    <div className="flex flex-col gap-4">
      <Field label={t("language")} error={message}>
        <Select
          controlSize="lg"
          // Names of languages in the device's own letters: no font is fetched for them.
          className="[&_option]:[font-family:system-ui,sans-serif]"
          value={language ?? ""}
          disabled={pending}
          onChange={({ target }) =>
            void choose(WALLET_LOCALES.find((tag) => languageOf(tag) === target.value) ?? null)
          }
        >
          <option value="">{t("followProgram", { language: LANGUAGE_NAMES[spokenLanguage(locale)] })}</option>
          {LANGUAGES.map((own) => (
            <option key={own} value={own} lang={own}>
              {LANGUAGE_NAMES[own]}
            </option>
          ))}
        </Select>
      </Field>
      {language !== null && (
        <Field label={t("formats")} hint={t("formatsExample", { example })}>
          <Select
            controlSize="lg"
            value={chosen ?? ""}
            disabled={pending}
            onChange={({ target }) => void choose(WALLET_LOCALES.find((tag) => tag === target.value) ?? null)}
          >
            {regions.map((tag) => (
              <option key={tag} value={tag}>
                {regionOf(tag)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

/** The country of a tag, as those who speak its language call it. */
function regionOf(tag: string): string {
  const { region = "" } = new Intl.Locale(tag);
  return new Intl.DisplayNames([tag], { type: "region" }).of(region) ?? tag;
}
