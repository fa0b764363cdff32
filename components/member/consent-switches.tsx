"use client";

import { useState } from "react";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { ConsentPurpose, Consents } from "@/lib/members/schema";

type Choice = { program: string; purpose: ConsentPurpose; granted: boolean };

const PURPOSES: { purpose: ConsentPurpose; label: string; hint: string }[] = [
  { purpose: "offers", label: "Offers by e-mail", hint: "New campaigns and points about to expire." },
  {
    purpose: "personalisation",
    label: "Offers chosen for me",
    hint: "Picks offers by what I bought. Off: everybody's offers.",
  },
];

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
  const toast = useToast();
  const [granted, setGranted] = useState(
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
    toast.failure(
      "Your choice was not saved",
      result?.error.message ?? "There is no connection. Try again later.",
    );
  }

  return (
    <ul className="mt-2 divide-y">
      {PURPOSES.map(({ purpose, label, hint }) => (
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
