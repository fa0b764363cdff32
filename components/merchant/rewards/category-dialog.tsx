"use client";

import type { ReactNode } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LANGUAGE_NAMES, LANGUAGES, spokenLanguage } from "@/lib/i18n/locales";
import type { CategoryDto } from "@/lib/rewards/schema";
import type { CategoryActions } from "./server-actions";

/** Makes a category, or changes what one is called in each language. */
export function CategoryDialog({
  category,
  trigger,
  actions,
}: {
  /** Null: a new one. */
  category: CategoryDto | null;
  trigger: ReactNode;
  actions: Pick<CategoryActions, "create" | "change">;
}) {
  const { program } = usePortal();
  const others = LANGUAGES.filter((language) => language !== spokenLanguage(program.locale));
  return (
    <FormDialog
      trigger={trigger}
      title={category === null ? "New category" : `Edit ${category.name}`}
      description="A shelf of the catalogue, by which members look."
      submitLabel={category === null ? "Create category" : "Save"}
      submit={async (form) => {
        const names = Object.fromEntries(
          others.map((language) => [language, textOf(form, language)]).filter(([, name]) => name !== ""),
        );
        const texts = {
          program: program.slug,
          code: category?.code ?? textOf(form, "code"),
          name: textOf(form, "name"),
          names,
        };
        return category === null ? actions.create(texts) : actions.change(texts);
      }}
      done={() => (category === null ? "The category is made" : "The category is saved")}
    >
      {(errorOf) => (
        <>
          <Field label="Name" error={errorOf("/name")} required>
            <Input
              name="name"
              defaultValue={category?.name ?? ""}
              autoComplete="off"
              placeholder="Coffee and cake"
            />
          </Field>
          {category === null && (
            <Field
              label="Code"
              hint="Rewards and addresses name the category by it. It does not change."
              error={errorOf("/code")}
              required
            >
              <Input name="code" autoComplete="off" placeholder="coffee" className="font-mono" />
            </Field>
          )}
          <div className="grid gap-3 sm:grid-cols-2">
            {others.map((language) => (
              <Field key={language} label={LANGUAGE_NAMES[language]} optional>
                <Input
                  name={language}
                  lang={language}
                  dir={language === "ar" ? "rtl" : "ltr"}
                  defaultValue={category?.names[language] ?? ""}
                  autoComplete="off"
                />
              </Field>
            ))}
          </div>
        </>
      )}
    </FormDialog>
  );
}
