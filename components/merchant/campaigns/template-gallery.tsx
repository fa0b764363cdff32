"use client";

import { ArrowRight, PencilLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import { campaignSentence } from "@/lib/campaigns/engine";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../portal-context";
import { unitMinorOf } from "./builder/money";
import type { CreateCampaign } from "./server-actions";
import { BLANK_CAMPAIGN, campaignTemplates } from "./templates";

/** The ways to begin a campaign: each says in its sentence what it would do. Choosing one opens it as a draft. */
export function TemplateGallery({ createCampaign }: { createCampaign: CreateCampaign }) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [chosen, setChosen] = useState<string | null>(null);
  const templates = useMemo(
    () => campaignTemplates(program.pointName, unitMinorOf(program.currency)),
    [program.pointName, program.currency],
  );

  function begin(key: string, definition: CampaignDefinition) {
    setChosen(key);
    start(async () => {
      const result = await createCampaign({ program: program.slug, definition });
      if (result.ok) router.push(`/p/${program.slug}/campaigns/${result.data.id}`);
      else toast.failure("No campaign was created", result.error.message);
    });
  }

  const card =
    "group flex h-full w-full flex-col rounded-lg border bg-surface p-4.5 text-start transition-colors duration-120 hover:border-edge disabled:pointer-events-none";
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      <li>
        <button
          type="button"
          disabled={pending}
          aria-busy={pending && chosen === "blank"}
          onClick={() => begin("blank", BLANK_CAMPAIGN)}
          className={`${card} border-dashed border-line-strong bg-transparent`}
        >
          <span className="flex items-center gap-2 font-medium text-md">
            <PencilLine aria-hidden="true" className="size-4 text-ink-2" />
            Start from blank
          </span>
          <span className="mt-1 text-ink-2">Say yourself who gets what, when and how much.</span>
        </button>
      </li>
      {templates.map(({ key, title, definition }) => (
        <li key={key}>
          <button
            type="button"
            disabled={pending}
            aria-busy={pending && chosen === key}
            onClick={() => begin(key, definition)}
            className={card}
          >
            <span className="flex items-center justify-between gap-2 font-medium text-md">
              {title}
              <ArrowRight
                aria-hidden="true"
                className="size-4 text-ink-3 transition-transform duration-120 group-hover:translate-x-0.5"
              />
            </span>
            <span className="mt-1 text-pretty text-ink-2">{campaignSentence(definition, program).text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
