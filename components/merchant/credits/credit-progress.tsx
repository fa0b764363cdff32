"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { readApi } from "@/components/providers/api-client";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { StatStrip } from "@/components/ui/stat-strip";
import { TileProgress } from "@/components/ui/tile-progress";
import { type CreditJobDetail, type CreditState, creditJobDetail } from "@/lib/credits/schema";

const POLL_MS = 1_000;
const RUNNING: readonly CreditState[] = ["checking", "posting"];

/** How far a file of credits is, with its counts, kept current while it runs. */
export function CreditProgress({ initial }: { initial: CreditJobDetail }) {
  const { program } = usePortal();
  const router = useRouter();
  const { data: current, isError } = useQuery({
    queryKey: ["credits", initial.id],
    initialData: initial,
    queryFn: ({ signal }) => readApi(`/api/v1/credits/${initial.id}`, program.slug, creditJobDetail, signal),
    refetchInterval: (query) => (RUNNING.includes(query.state.data?.state ?? "done") ? POLL_MS : false),
    staleTime: 0,
  });
  const { state } = current;
  // The server's part of the page (preview, actions, report) follows when a step ends.
  useEffect(() => {
    if (state !== initial.state) router.refresh();
  }, [state, initial.state, router]);

  const number = (value: number) => formatNumber(value, program.locale);
  return (
    <div className="flex flex-col gap-4">
      {RUNNING.includes(state) && (
        <div className="rounded-lg border bg-surface px-4.5 py-4">
          <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="font-medium">
              {state === "checking"
                ? `Checking lines: ${number(current.lines)} so far`
                : `Posting: ${number(current.posted)} of ${number(current.credits)} credits`}
            </p>
            <p className="text-ink-3 text-xs">
              {isError ? "No answer from the server; trying again" : "You can leave this page; it goes on."}
            </p>
          </div>
          <TileProgress
            value={Math.floor((current.progress ?? 0) * 100)}
            max={100}
            label="Progress of this step"
            tiles={50}
          />
        </div>
      )}
      {state === "failed" && (
        <Notice tone="bad">
          <span className="font-medium">It stopped.</span> {current.error} What was posted stays.
        </Notice>
      )}
      <StatStrip
        stats={[
          { label: "Points in all", value: number(current.points) },
          { label: "Credits", value: number(current.credits), note: `of ${number(current.lines)} lines` },
          { label: "Members", value: number(current.members) },
          { label: "Posted", value: number(current.posted) },
          { label: "Refused lines", value: number(current.linesRefused) },
          ...(current.dead > 0 ? [{ label: "Could not be posted", value: number(current.dead) }] : []),
        ]}
      />
    </div>
  );
}
