"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useInterfaceWords } from "@/components/ui/interface-words";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { ConsentPurpose, Consents } from "@/lib/members/schema";

type Choice = { program: string; purpose: ConsentPurpose; granted: boolean };

/** Each purpose with the messages that explain it. */
const PURPOSES = [
  { purpose: "offers", label: "offersConsent", hint: "offersConsentHint" },
  { purpose: "personalisation", label: "personalisation", hint: "personalisationHint" },
] as const;

/** What the member agrees to; each choice is stored at once, and taken back on screen where that fails. */
export function ConsentSwitches({
  program,
  consents,
  choose,
}: {
  program: string;
  consents: Consents;
  choose: (choice: Choice) => Promise<ActionResult<Consents>>;
}) {
  const t = useTranslations("profile");
  const words = useInterfaceWords();
  const toast = useToast();
  const [granted, setGranted] = useState<Set<ConsentPurpose>>(
    () => new Set(PURPOSES.map(({ purpose }) => purpose).filter((purpose) => consents[purpose]?.granted)),
  );

  function show(purpose: ConsentPurpose, isGranted: boolean) {
    setGranted((current) => {
      const next = new Set(current);
      if (isGranted) next.add(purpose);
      else next.delete(purpose);
      return next;
    });
  }

  async function set(purpose: ConsentPurpose, isGranted: boolean) {
    show(purpose, isGranted);
    const result = await choose({ program, purpose, granted: isGranted }).catch(() => null);
    if (result?.ok) return;
    show(purpose, !isGranted);
    toast.failure(t("consentNotSaved"), result?.error.message ?? words.noConnection);
  }

  return (
    <ul className="mt-2 divide-y">
      {PURPOSES.map(({ purpose, label, hint }) => (
        <li key={purpose} className="py-3.5">
          <Switch
            label={t(label)}
            hint={t(hint)}
            checked={granted.has(purpose)}
            onChange={(event) => void set(purpose, event.currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  );
}
