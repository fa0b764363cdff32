import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { LANGUAGE_NAMES, LANGUAGES, spokenLanguage } from "@/lib/i18n/locales";

/** Lets visitors choose the language, each called as its speakers call it. Works without JavaScript. */
export function LanguageSwitch({
  choose,
  className,
}: {
  /** Takes the form's `language`. */
  choose: (form: FormData) => Promise<void>;
  className?: string;
}) {
  const t = useTranslations("common");
  const spoken = spokenLanguage(useLocale());
  return (
    <form action={choose} className={className}>
      <fieldset className="flex flex-wrap gap-x-1 gap-y-0.5">
        <legend className="sr-only">{t("language")}</legend>
        {LANGUAGES.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-pressed={language === spoken}
            className={classNames(
              "-ms-2 me-2 inline-flex h-8 touch:h-11 touch:min-w-11 items-center rounded-md px-2 text-sm",
              language === spoken
                ? "font-medium text-ink"
                : "font-language-names text-ink-2 hover:bg-hover hover:text-ink",
            )}
          >
            {LANGUAGE_NAMES[language]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
