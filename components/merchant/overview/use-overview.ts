"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { readApi } from "@/components/providers/api-client";
import { type OverviewDto, overview } from "@/lib/analytics/schema";
import { usePortal } from "../portal-context";

const REFRESH_MS = 60_000;
/** However much is posted, the figures are asked for at most this often. */
const AT_MOST_EVERY_MS = 4_000;

/** The overview's figures: rendered by the server first, then kept current. */
export function useOverview(initial: OverviewDto): OverviewDto {
  const { program } = usePortal();
  const { data } = useQuery({
    queryKey: ["overview", program.slug],
    queryFn: ({ signal }) => readApi("/api/v1/overview", program.slug, overview, signal),
    initialData: initial,
    refetchInterval: REFRESH_MS,
  });
  return data;
}

/** Asks for new figures soon; many calls make one request. */
export function useRefreshOverview(): () => void {
  const { program } = usePortal();
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void client.invalidateQueries({ queryKey: ["overview", program.slug] });
    }, AT_MOST_EVERY_MS);
  }, [client, program.slug]);
}
