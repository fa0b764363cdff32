"use client";

import { ArrowRight, PencilLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useId, useMemo, useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import {
  BLANK_CAMPAIGN,
  type CampaignTemplate,
  campaignSentence,
  campaignTemplates,
  TEMPLATE_THEMES,
} from "@/lib/campaigns/engine";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../portal-context";
import type { LookUpLists } from "./builder/look-ups";
import { useWording } from "./builder/wording";
import type { CreateCampaign } from "./server-actions";

/** The ways to begin a campaign: each says what it is good for, and in a sentence what it would do. */
export function TemplateGallery({
  lists,
  createCampaign,
}: {
  lists: LookUpLists;
  createCampaign: CreateCampaign;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [chosen, setChosen] = useState<string | null>(null);
  const wording = useWording(lists);
  const templates = useMemo(() => campaignTemplates(wording), [wording]);

  /** Opens a draft that begins like this. */
  function begin(key: string, definition: CampaignDefinition) {
    setChosen(key);
    start(async () => {
      const result = await createCampaign({ program: program.slug, definition });
      if (result.ok) router.push(`/p/${program.slug}/campaigns/${result.data.id}`);
      else toast.failure("No campaign was created", result.error.message);
    });
  }

  const state = (key: string) => ({ disabled: pending, "aria-busy": pending && chosen === key });
  return (
    <div className="flex flex-col gap-8">
      <button
        type="button"
        {...state("blank")}
        onClick={() => begin("blank", BLANK_CAMPAIGN)}
        className={`${CARD} border-dashed border-line-strong bg-transparent`}
      >
        <span className="flex items-center gap-2 font-medium text-md">
          <PencilLine aria-hidden="true" className="size-4 text-ink-2" />
          Start from blank
        </span>
        <span className="mt-1 text-ink-2">Say yourself who gets what, when and how much.</span>
      </button>
      {TEMPLATE_THEMES.map((theme) => (
        <Theme key={theme} title={theme}>
          {templates
            .filter((template) => template.theme === theme)
            .map((template) => (
              <li key={template.key}>
                <TemplateCard
                  template={template}
                  sentence={campaignSentence(template.definition, wording).text}
                  state={state(template.key)}
                  onChoose={() => begin(template.key, template.definition)}
                />
              </li>
            ))}
        </Theme>
      ))}
    </div>
  );
}

const CARD =
  "group flex h-full w-full flex-col rounded-lg border bg-surface p-4.5 text-start transition-colors duration-120 hover:border-edge disabled:pointer-events-none";

function Theme({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-md">
        {title}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">{children}</ul>
    </section>
  );
}

function TemplateCard({
  template: { title, purpose },
  sentence,
  state,
  onChoose,
}: {
  template: CampaignTemplate;
  sentence: string;
  state: { disabled: boolean; "aria-busy": boolean };
  onChoose: () => void;
}) {
  return (
    <button type="button" {...state} onClick={onChoose} className={CARD}>
      <span className="flex items-center justify-between gap-2 font-medium text-md">
        {title}
        <ArrowRight
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-3 transition-transform duration-120 group-hover:translate-x-0.5"
        />
      </span>
      <span className="mt-1 mb-3 text-pretty">{purpose}</span>
      <span className="mt-auto text-pretty border-t pt-3 text-ink-2 text-sm">{sentence}</span>
    </button>
  );
}
