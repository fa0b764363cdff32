"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { readApi } from "@/components/providers/api-client";
import { formatNumber } from "@/components/ui/format";
import { TileProgress } from "@/components/ui/tile-progress";
import { type SimulationDto, simulationDto } from "@/lib/simulations/schema";

const POLL_MS = 1_000;

/** How far a simulation is. The page follows by itself when it ends. */
export function SimulationProgress({ initial }: { initial: SimulationDto }) {
  const { program } = usePortal();
  const router = useRouter();
  const { data: current, isError } = useQuery({
    queryKey: ["simulation", initial.id],
    initialData: initial,
    queryFn: ({ signal }) =>
      readApi(`/api/v1/simulations/${initial.id}`, program.slug, simulationDto, signal),
    refetchInterval: POLL_MS,
    staleTime: 0,
  });
  const { state, eventsDone, events } = current;
  // What the page around it says of the state is drawn on the server.
  const isBehind = state !== initial.state;
  useEffect(() => {
    if (isBehind) router.refresh();
  }, [isBehind, router]);
  const number = (value: number) => formatNumber(value, program.locale);
  return (
    <div className="rounded-lg border bg-surface px-4.5 py-4">
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium" aria-live="polite">
          {state === "waiting" || events === 0
            ? "Waiting for its turn"
            : `${number(eventsDone)} of ${number(events)} entries replayed`}
        </p>
        <p className="text-ink-3 text-xs">
          {isError
            ? "No answer from the server; trying again"
            : "You can leave this page; the simulation goes on."}
        </p>
      </div>
      <TileProgress
        value={eventsDone}
        max={Math.max(1, events)}
        label="Progress of the simulation"
        tiles={50}
      />
    </div>
  );
}
