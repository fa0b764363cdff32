"use client";

import type { ReactNode } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import type { ActionResult } from "@/lib/actions";
import type { SponsorDto } from "@/lib/sponsors/schema";
import { NamedDialog } from "./named-dialog";

export type AddSponsor = (input: { program: string; sponsor: SponsorDto }) => Promise<ActionResult<unknown>>;
export type EditSponsor = (input: {
  program: string;
  code: string;
  name: string;
}) => Promise<ActionResult<unknown>>;

/** Adds or renames a sponsor. */
export function SponsorDialog({
  sponsor,
  add,
  edit,
  trigger,
}: {
  /** Null: a new one. */
  sponsor: SponsorDto | null;
  add: AddSponsor;
  edit: EditSponsor;
  trigger: ReactNode;
}) {
  const { slug } = usePortal().program;
  return (
    <NamedDialog
      what="sponsor"
      edited={sponsor}
      description="A company that pays for campaigns, in whole or in part. Each campaign says how much."
      maxLength={80}
      save={(named) =>
        sponsor === null ? add({ program: slug, sponsor: named }) : edit({ program: slug, ...named })
      }
      trigger={trigger}
    />
  );
}
