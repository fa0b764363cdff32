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
import { type ImportDetailDto, type ImportState, importDetailDto } from "@/lib/imports/schema";

const POLL_MS = 1_000;
const RUNNING: readonly ImportState[] = ["staging", "grouping", "posting"];

/** How far an import is, with its counts, kept current while it runs. */
export function ImportProgress({ initial }: { initial: ImportDetailDto }) {
  const { program } = usePortal();
  const router = useRouter();
  const { data: current, isError } = useQuery({
    queryKey: ["import", initial.id],
    initialData: initial,
    queryFn: ({ signal }) => readApi(`/api/v1/imports/${initial.id}`, program.slug, importDetailDto, signal),
    refetchInterval: (query) => (RUNNING.includes(query.state.data?.state ?? "done") ? POLL_MS : false),
    staleTime: 0,
  });
  const { state } = current;
  // The server's part of the page (state, report) follows when a step ends.
  useEffect(() => {
    if (state !== initial.state) router.refresh();
  }, [state, initial.state, router]);

  const number = (value: number) => formatNumber(value, program.locale);
  return (
    <div className="flex flex-col gap-4">
      {RUNNING.includes(state) && (
        <div className="rounded-lg border bg-surface px-4.5 py-4">
          <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="font-medium">{stepInWords(current, number)}</p>
            <p className="text-ink-3 text-xs">
              {isError
                ? "No answer from the server; trying again"
                : "You can leave this page; the import goes on."}
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
          <span className="font-medium">The import stopped.</span> {current.error} Baskets that went in are
          kept.
        </Notice>
      )}
      <StatStrip
        stats={[
          { label: "Lines read", value: number(current.linesRead) },
          {
            label: "New baskets",
            value: number(current.accepted),
            note: current.baskets > 0 ? `of ${number(current.baskets)}` : undefined,
          },
          { label: "Known already", value: number(current.duplicates), note: "not posted again" },
          { label: "Rejected lines", value: number(current.linesRejected) },
          { label: "Members created", value: number(current.membersCreated) },
        ]}
      />
    </div>
  );
}

function stepInWords(current: ImportDetailDto, number: (value: number) => string): string {
  switch (current.state) {
    case "staging":
      return "Step 1 of 3: reading and checking lines";
    case "grouping":
      return "Step 2 of 3: putting lines together to baskets";
    default:
      return `Step 3 of 3: handing over ${number(current.basketsDone)} of ${number(current.baskets)} baskets`;
  }
}
