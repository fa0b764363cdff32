"use client";

import { useState } from "react";
import { ImageField } from "@/components/merchant/images/image-field";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { LANGUAGE_NAMES, LANGUAGES, spokenLanguage } from "@/lib/i18n/locales";
import type { RewardTexts } from "@/lib/rewards/schema";
import type { Choices } from "./choices";
import type { Editable } from "./editable";
import { Section, useProblem } from "./fields";
import type { EditedReward } from "./use-reward";

type Change = (change: Partial<Editable>) => void;
const OWN = "own";

/** What the reward is called and how it is told, in the program's language and in others. */
export function TextSection({
  edited,
  change,
  expectPicture,
  choices,
  readOnly,
}: {
  edited: Editable;
  change: Change;
  expectPicture: EditedReward["expectPicture"];
  choices: Choices;
  readOnly: boolean;
}) {
  const { program } = usePortal();
  const own = spokenLanguage(program.locale);
  const [language, setLanguage] = useState<string>(OWN);
  const others = LANGUAGES.filter((each) => each !== own);
  const isTold = (each: string) => Object.values(edited.translations[each] ?? {}).some((text) => text !== "");
  const categoryProblem = useProblem("/category");
  return (
    <Section id="texts" title="What it is">
      <div className="grid gap-4 sm:grid-cols-2">
        <ImageField
          label="Picture"
          program={program.slug}
          value={edited.image}
          onChange={(image) => change({ image })}
          onSend={expectPicture}
          readOnly={readOnly}
        />
        {choices.categories.length > 0 && (
          <Field label="Category" optional error={categoryProblem}>
            <Select
              value={edited.category ?? ""}
              onChange={({ target }) => change({ category: target.value === "" ? null : target.value })}
            >
              <option value="">None</option>
              {choices.categories.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <Segmented
        label="Language"
        value={language}
        onChange={setLanguage}
        options={[
          { value: OWN, label: LANGUAGE_NAMES[own] },
          ...others.map((each) => ({
            value: each,
            label: (
              <>
                {LANGUAGE_NAMES[each]}
                {isTold(each) && <span aria-hidden="true" className="size-1.5 rounded-[1px] bg-good" />}
              </>
            ),
            ariaLabel: `${LANGUAGE_NAMES[each]}${isTold(each) ? ", translated" : ""}`,
          })),
        ]}
      />
      {language === OWN ? (
        <Texts key={OWN} texts={edited} change={change} language={own} />
      ) : (
        <Texts
          key={language}
          texts={edited.translations[language] ?? {}}
          instead={edited}
          language={language}
          change={(texts) => change({ translations: withTexts(edited.translations, language, texts) })}
        />
      )}
    </Section>
  );
}

function withTexts(translations: Editable["translations"], language: string, texts: RewardTexts) {
  const merged = { ...translations[language], ...texts };
  const told = Object.fromEntries(Object.entries(merged).filter(([, text]) => text !== ""));
  const { [language]: _, ...others } = translations;
  return Object.keys(told).length === 0 ? others : { ...others, [language]: told };
}

const LONG_TEXTS = [
  {
    key: "description",
    label: "Description",
    rows: 5,
    hint: "Markdown: **strong**, *emphasised*, - lists, # headings, [links](https://…).",
  },
  { key: "howToUse", label: "How to use it", rows: 3, hint: "Stands on the voucher as well." },
  { key: "terms", label: "Terms", rows: 3, hint: undefined },
] as const;

function Texts({
  texts,
  instead,
  language,
  change,
}: {
  texts: RewardTexts;
  /** What is said where a translation is empty. */
  instead?: RewardTexts;
  language: string;
  change: (texts: RewardTexts) => void;
}) {
  const nameProblem = useProblem("/name");
  const direction = language === "ar" ? "rtl" : "ltr";
  return (
    <>
      <Field
        label="Name"
        required={instead === undefined}
        error={instead === undefined ? nameProblem : undefined}
      >
        <Input
          value={texts.name ?? ""}
          placeholder={instead?.name}
          maxLength={80}
          dir={direction}
          lang={language}
          autoComplete="off"
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <Field label="Summary" optional hint="One line below the name.">
        <Input
          value={texts.summary ?? ""}
          placeholder={instead?.summary}
          maxLength={160}
          dir={direction}
          lang={language}
          autoComplete="off"
          onChange={({ target }) => change({ summary: target.value })}
        />
      </Field>
      {LONG_TEXTS.map(({ key, label, rows, hint }) => (
        <Field key={key} label={label} optional hint={hint}>
          <Textarea
            rows={rows}
            value={texts[key] ?? ""}
            placeholder={instead?.[key]}
            dir={direction}
            lang={language}
            onChange={({ target }) => change({ [key]: target.value })}
          />
        </Field>
      ))}
    </>
  );
}
