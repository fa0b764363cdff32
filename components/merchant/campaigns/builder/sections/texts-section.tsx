"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Tabs } from "@/components/ui/tabs";
import { Textarea } from "@/components/ui/textarea";
import type { CampaignDefinition, MemberText } from "@/lib/campaigns/schema";
import { LANGUAGE_NAMES, LANGUAGES, type Language, spokenLanguage } from "@/lib/i18n/locales";
import { usePortal } from "../../../portal-context";
import { Section } from "../section";

type Texts = CampaignDefinition["texts"];

/** The merchant's own words for members, by language; each language is optional. */
export function TextsSection({
  name,
  texts = {},
  onChange,
}: {
  /** The campaign's name, which members read where nothing else is written. */
  name: string;
  texts: Texts;
  /** Absent: to be read only. */
  onChange: ((texts: Texts) => void) | undefined;
}) {
  const { locale } = usePortal().program;
  const own = spokenLanguage(locale);
  const languages = [own, ...LANGUAGES.filter((language) => language !== own)];
  const put = (language: Language, text: MemberText) => {
    const { [language]: _before, ...others } = texts;
    const isEmpty = text.title === undefined && text.description === undefined;
    const next = isEmpty ? others : { ...others, [language]: text };
    onChange?.(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <Section id="texts" title="What members read">
      <p className="text-ink-3 md:pt-2.5">
        The rules say themselves, in each member’s language. A title and a description of yours stand above.
      </p>
      <Tabs
        label="Language"
        tabs={languages.map((language) => ({
          value: language,
          label: texts[language] === undefined ? LANGUAGE_NAMES[language] : `${LANGUAGE_NAMES[language]} ✓`,
          content: (
            <TextFields
              language={language}
              placeholder={texts[own]?.title ?? name}
              text={texts[language] ?? {}}
              onChange={onChange && ((text) => put(language, text))}
            />
          ),
        }))}
      />
    </Section>
  );
}

function TextFields({
  language,
  placeholder,
  text,
  onChange,
}: {
  language: Language;
  placeholder: string;
  text: MemberText;
  onChange: ((text: MemberText) => void) | undefined;
}) {
  const shared = { lang: language, dir: "auto", readOnly: onChange === undefined } as const;
  // An emptied field is as if nothing had been written.
  const written = (value: string) => (value.trim() === "" ? undefined : value);
  return (
    <div className="flex flex-col gap-3.5">
      <Field label="Title" optional>
        <Input
          {...shared}
          maxLength={80}
          placeholder={placeholder}
          value={text.title ?? ""}
          onChange={(event) => onChange?.({ ...text, title: written(event.target.value) })}
        />
      </Field>
      <Field label="Description" optional>
        <Textarea
          {...shared}
          maxLength={500}
          value={text.description ?? ""}
          onChange={(event) => onChange?.({ ...text, description: written(event.target.value) })}
        />
      </Field>
    </div>
  );
}
