"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import type { Tone } from "@/components/ui/badge";
import { formatTime } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { TileProgress } from "@/components/ui/tile-progress";
import type { CampaignDto, Preparation } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";

const POLL_MS = 2_000;

/** What has to be known of where the campaign stands, above its rules. Nothing for what simply runs or is a draft. */
export function StateNotice({ campaign, isOwnRequest }: { campaign: CampaignDto; isOwnRequest: boolean }) {
  const { program } = usePortal();
  const at = (instant: string) => formatTime(instant, "short", program);
  const { state, review, sentBack, preparing, changesAt } = campaign;
  useRefreshFrom(changesAt);
  const notices: ReactNode[] = [];
  if (review) {
    const who = isOwnRequest ? "You" : (review.submittedBy.name ?? "Somebody");
    notices.push(
      <Said key="review" tone="info" title="In review">
        {who} submitted it on {at(review.submittedAt)}. It stays as it is until a second person launches it or
        sends it back.
      </Said>,
    );
  }
  if (sentBack) {
    notices.push(
      <Said key="sent-back" tone="warn" title={`Sent back by ${sentBack.by.name ?? "somebody"}`}>
        {sentBack.comment ? `“${sentBack.comment}”` : "Without a comment."}{" "}
        <span className="text-ink-3">{at(sentBack.at)}</span>
      </Said>,
    );
  }
  if (preparing) notices.push(<Preparing key="preparing" preparation={preparing} />);
  if (state === "scheduled" && changesAt) {
    notices.push(
      <Said key="scheduled" tone="info" title="Scheduled">
        It starts by itself on {at(changesAt)}.
      </Said>,
    );
  }
  if (state === "paused") {
    notices.push(
      <Said key="paused" tone="warn" title="Paused">
        It gives nothing until somebody resumes it.
      </Said>,
    );
  }
  if (state === "ended" || state === "archived") {
    notices.push(
      <Said key="ended" tone="neutral" title={state === "ended" ? "Over" : "Archived"}>
        It gives nothing any more and cannot be changed. Duplicate it to run it again.
      </Said>,
    );
  }
  return notices.length === 0 ? null : <div className="mb-5 flex max-w-4xl flex-col gap-2">{notices}</div>;
}

/** A page that stays open further ahead than this shows the change when it is visited again. */
const MAX_WAIT_MS = 86_400_000;
const AFTERWARDS_MS = 5_000;
/** Where it has not changed by then, something else keeps it. */
const MAX_READS = 24;

/** Reads the page again from an instant on, until what was to change then has changed. */
function useRefreshFrom(at: string | null): void {
  const router = useRouter();
  useEffect(() => {
    const wait = at === null ? Number.POSITIVE_INFINITY : Date.parse(at) - Date.now();
    if (wait > MAX_WAIT_MS) return;
    let again: ReturnType<typeof setInterval> | undefined;
    let reads = 0;
    const first = setTimeout(
      () => {
        again = setInterval(() => {
          reads += 1;
          if (reads >= MAX_READS) clearInterval(again);
          router.refresh();
        }, AFTERWARDS_MS);
      },
      Math.max(0, wait),
    );
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [at, router]);
}

function Said({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  return (
    <Notice tone={tone}>
      <span className="font-semibold">{title}.</span> {children}
    </Notice>
  );
}

/** Launched, and in force as soon as what members have done is counted. */
function Preparing({ preparation: { done, of } }: { preparation: Preparation }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), POLL_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Said tone="info" title="Preparing history">
      It looks at what members have done, which is being counted now: {done} of {of} parts. It comes into
      force by itself when that is done.
      <TileProgress value={done} max={of} label="Counted so far" className="mt-2" />
    </Said>
  );
}
