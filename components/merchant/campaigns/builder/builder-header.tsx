"use client";

import { ChartColumn, CircleAlert, FlaskConical, History } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { StateChip } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { formatTime } from "@/components/ui/format";
import type { CampaignState } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import { STATE_WORDS } from "../campaign-words";
import { placeAttribute } from "./place";
import type { SaveState } from "./use-draft";

/** Where the campaign stands: its version, when it was saved, its name and state, and what can be done with it. */
export function BuilderHeader({
  id,
  name,
  onRename,
  state,
  version,
  isLaunched,
  hasResults,
  maySimulate,
  savedAt,
  save,
  onRetry,
  actions,
}: {
  /** TypeID */
  id: string;
  name: string;
  /** Left out where the reader may not edit. */
  onRename?: (name: string) => void;
  state: CampaignState;
  version: number;
  /** Whether `version` is what was launched. */
  isLaunched: boolean;
  /** Whether any version has been launched. */
  hasResults: boolean;
  maySimulate: boolean;
  savedAt: string;
  save: SaveState;
  onRetry: () => void;
  actions: ReactNode;
}) {
  const { program } = usePortal();
  const list = `/p/${program.slug}/campaigns`;
  return (
    <header className="z-20 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b bg-paper/95 px-4 pt-4 pb-3.5 backdrop-blur-sm sm:px-6 md:sticky md:top-0 lg:px-8">
      <div className="min-w-0 flex-1 basis-72">
        <nav aria-label="Breadcrumb" className="flex flex-wrap items-center gap-x-1.5 text-ink-3 text-xs">
          <Link
            href={list}
            className="inline-flex min-h-6 items-center rounded-sm hover:text-ink hover:underline"
          >
            Campaigns
          </Link>
          <span aria-hidden="true">/</span>
          <span>
            {isLaunched ? "Launched" : "Draft"} v{version}
          </span>
          <span aria-hidden="true">·</span>
          <SaveWords save={save} savedAt={savedAt} onRetry={onRetry} />
        </nav>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 max-w-full text-xl">
            {onRename ? (
              // The hidden text gives the field its width.
              <span className="-mx-1.5 inline-grid max-w-full grid-cols-[minmax(0,max-content)]">
                <span
                  aria-hidden="true"
                  className="invisible col-start-1 row-start-1 overflow-hidden whitespace-pre ps-2 pe-5"
                >
                  {name || "Untitled campaign"}
                </span>
                <input
                  {...placeAttribute("/name")}
                  aria-label="Name of the campaign"
                  value={name}
                  maxLength={80}
                  size={1}
                  placeholder="Untitled campaign"
                  autoComplete="off"
                  onChange={(event) => onRename(event.target.value)}
                  className="col-start-1 row-start-1 w-full min-w-0 rounded-sm border border-transparent bg-transparent px-1.5 tracking-[inherit] hover:border-line-strong focus:border-accent focus:outline-none"
                />
              </span>
            ) : (
              name || "Untitled campaign"
            )}
          </h1>
          <StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {hasResults && (
          <HeaderLink href={`${list}/${id}/results`} icon={<ChartColumn aria-hidden="true" />}>
            Results
          </HeaderLink>
        )}
        <HeaderLink href={`${list}/${id}/versions`} icon={<History aria-hidden="true" />}>
          Versions
        </HeaderLink>
        {maySimulate && (
          <HeaderLink
            href={`/p/${program.slug}/simulator/new?campaign=${id}`}
            icon={<FlaskConical aria-hidden="true" />}
          >
            Simulate
          </HeaderLink>
        )}
        {actions}
      </div>
    </header>
  );
}

/** Where there is little room, its icon stands for it. */
function HeaderLink({ href, icon, children }: { href: string; icon: ReactNode; children: string }) {
  return (
    <ButtonLink href={href} variant="ghost" title={children}>
      {icon}
      <span className="max-sm:sr-only">{children}</span>
    </ButtonLink>
  );
}

function SaveWords({ save, savedAt, onRetry }: { save: SaveState; savedAt: string; onRetry: () => void }) {
  const { program } = usePortal();
  switch (save.kind) {
    case "saved":
      return (
        <span aria-live="polite">
          saved <time dateTime={savedAt}>{formatTime(savedAt, "short", program)}</time>
        </span>
      );
    case "waiting":
    case "saving":
      return <span>saving…</span>;
    case "failed":
      return (
        <span role="alert" className="flex flex-wrap items-center gap-1.5 text-bad-ink">
          <CircleAlert aria-hidden="true" className="size-3.5" />
          Not saved yet: {save.message}
          <button type="button" onClick={onRetry} className="font-medium underline">
            Try again
          </button>
        </span>
      );
    case "refused":
      return (
        <span role="alert" className="flex flex-wrap items-center gap-1.5 text-bad-ink">
          <CircleAlert aria-hidden="true" className="size-3.5" />
          {save.message}
          <button type="button" onClick={() => window.location.reload()} className="font-medium underline">
            Load again
          </button>
        </span>
      );
  }
}
