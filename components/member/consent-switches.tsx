"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useInterfaceWords } from "@/components/ui/interface-words";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { ConsentDto } from "@/lib/consents/schema";

type Choice = { program: string; purpose: string; granted: boolean };

/** What the member agrees to; each choice is stored at once, and taken back on screen where that fails. */
export function ConsentSwitches({
  program,
  consents,
  choose,
}: {
  program: string;
  consents: readonly ConsentDto[];
  choose: (choice: Choice) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("profile");
  const words = useInterfaceWords();
  const toast = useToast();
  const [granted, setGranted] = useState<Set<string>>(
    () => new Set(consents.filter((consent) => consent.granted).map(({ purpose }) => purpose)),
  );

  function show(purpose: string, isGranted: boolean) {
    setGranted((current) => {
      const next = new Set(current);
      if (isGranted) next.add(purpose);
      else next.delete(purpose);
      return next;
    });
  }

  async function set(purpose: string, isGranted: boolean) {
    show(purpose, isGranted);
    const result = await choose({ program, purpose, granted: isGranted }).catch(() => null);
    if (result?.ok) return;
    show(purpose, !isGranted);
    toast.failure(t("consentNotSaved"), result?.error.message ?? words.noConnection);
  }

  return (
    <ul className="mt-2 divide-y">
      {consents.map(({ purpose, label, hint }) => (
        <li key={purpose} className="py-3.5">
          <Switch
            label={label}
            hint={hint}
            checked={granted.has(purpose)}
            onChange={(event) => void set(purpose, event.currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  );
}
