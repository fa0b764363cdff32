"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { PurposeDto, PurposesInput } from "@/lib/consents/schema";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@/lib/i18n/locales";

type Draft = { key: string; code: string; isNew: boolean; texts: PurposeDto["texts"] };

/** What members are asked to agree to, in each language that they may read. */
export function PurposesForm({
  purposes,
  save,
}: {
  purposes: PurposeDto[];
  save: (input: { program: string; purposes: PurposesInput }) => Promise<ActionResult<unknown>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [language, setLanguage] = useState<Language>("en");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    purposes.map(({ code, texts }) => ({ key: code, code, isNew: false, texts })),
  );

  function change(key: string, changed: Partial<Draft>) {
    setDrafts((current) => current.map((draft) => (draft.key === key ? { ...draft, ...changed } : draft)));
  }

  function word(draft: Draft, part: "label" | "hint", text: string) {
    const before = draft.texts[language] ?? { label: "", hint: "" };
    change(draft.key, { texts: { ...draft.texts, [language]: { ...before, [part]: text } } });
  }

  function move(index: number, by: -1 | 1) {
    setDrafts((current) => {
      const next = [...current];
      const [moved] = next.splice(index, 1);
      if (moved !== undefined) next.splice(index + by, 0, moved);
      return next;
    });
  }

  async function submit() {
    setPending(true);
    setFailure(null);
    const result = await save({
      program: program.slug,
      purposes: drafts.map(({ code, texts }) => ({ code, texts: worded(texts) })),
    }).catch(() => null);
    setPending(false);
    if (result?.ok) {
      toast.success("Saved");
      router.refresh();
    } else
      setFailure(
        result?.error.fields?.[0]?.detail ??
          result?.error.message ??
          "There is no connection. Nothing was saved.",
      );
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="text-pretty text-base text-ink-2">
        Another wording is another version: what members agreed to before keeps the words of then. A language
        without words reads the English ones.
      </p>
      <Segmented
        label="Language of the wording"
        value={language}
        onChange={setLanguage}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      {failure && <Notice tone="bad">{failure}</Notice>}
      {drafts.map((draft, index) => (
        <fieldset key={draft.key} className="flex flex-col gap-3 border-t pt-4">
          <legend className="sr-only">{draft.code || "New purpose"}</legend>
          <div className="flex items-end gap-2">
            <Field label="Code" className="flex-1">
              <Input
                value={draft.code}
                readOnly={!draft.isNew}
                required
                className="font-mono"
                onChange={(event) => change(draft.key, { code: event.currentTarget.value })}
              />
            </Field>
            <IconButton
              label="Move up"
              icon={<ArrowUp aria-hidden="true" />}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <IconButton
              label="Move down"
              icon={<ArrowDown aria-hidden="true" />}
              disabled={index === drafts.length - 1}
              onClick={() => move(index, 1)}
            />
            <IconButton
              label="No longer ask for it"
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => setDrafts((current) => current.filter(({ key }) => key !== draft.key))}
            />
          </div>
          <Field label={`What it is for, in ${LANGUAGE_NAMES[language]}`}>
            <Input
              value={draft.texts[language]?.label ?? ""}
              required={language === "en"}
              maxLength={80}
              lang={language}
              dir="auto"
              onChange={(event) => word(draft, "label", event.currentTarget.value)}
            />
          </Field>
          <Field label={`More about it, in ${LANGUAGE_NAMES[language]}`} optional>
            <Input
              value={draft.texts[language]?.hint ?? ""}
              maxLength={300}
              lang={language}
              dir="auto"
              onChange={(event) => word(draft, "hint", event.currentTarget.value)}
            />
          </Field>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2 border-t pt-4">
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
        <Button
          onClick={() =>
            setDrafts((current) => [
              ...current,
              { key: crypto.randomUUID(), code: "", isNew: true, texts: { en: { label: "", hint: "" } } },
            ])
          }
        >
          <Plus aria-hidden="true" />
          Ask for something else
        </Button>
      </div>
    </form>
  );
}

/** A language in which nothing was written is left out. */
function worded(texts: PurposeDto["texts"]): PurposesInput[number]["texts"] {
  const entries = Object.entries(texts).filter(([, text]) => text !== undefined && text.label.trim() !== "");
  return Object.fromEntries(entries) as PurposesInput[number]["texts"];
}
