"use client";

import { Gift, Pause, Play } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { StateChip, type Tone } from "@/components/ui/badge";
import { PointsDelta, Time } from "@/components/ui/figures";
import { formatNumber } from "@/components/ui/format";
import { IconButton } from "@/components/ui/icon-button";
import { Panel } from "@/components/ui/panel";
import { localDay } from "@/lib/core/calendar";
import type { FeedItem } from "@/lib/live/schema";
import { usePortal } from "../portal-context";
import { useFeed } from "./use-feed";
import { useRefreshOverview } from "./use-overview";

function stateOf(paused: boolean, connected: boolean, lastMinute: number): { tone: Tone; text: string } {
  if (paused) return { tone: "warn", text: "paused" };
  if (!connected) return { tone: "neutral", text: "connecting" };
  return { tone: "good", text: lastMinute > 0 ? "posting" : "listening" };
}

/** Postings as they happen, newest first; each leads to its event, each name to its member. */
export function LiveFeed({
  initial,
  today,
}: {
  initial: FeedItem[];
  /** YYYY-MM-DD in the program's time zone: what is older shows its day instead of its time. */
  today: string;
}) {
  const { program, permissions } = usePortal();
  const [paused, setPaused] = useState(false);
  const refresh = useRefreshOverview();
  const { items, lastMinute, connected, waiting } = useFeed(program.slug, initial, paused, refresh);
  const state = stateOf(paused, connected, lastMinute);
  // Rows that were there when the page came do not light up.
  const [settled, setSettled] = useState(false);
  useEffect(() => setSettled(true), []);
  const isToday = (item: FeedItem) => localDay(new Date(item.at), program.timeZone) >= today;
  const home = `/p/${program.slug}`;
  const readsEvents = permissions.includes("events:read");
  return (
    <Panel
      title="Live"
      note={<StateChip tone={state.tone}>{state.text}</StateChip>}
      actions={
        <>
          <span className="text-ink-3 text-xs">
            {paused && waiting > 0
              ? `${formatNumber(waiting, program.locale)} waiting`
              : lastMinute > 0 && `${formatNumber(lastMinute, program.locale)} in the last minute`}
          </span>
          <IconButton
            size="sm"
            label={paused ? "Resume the feed" : "Pause the feed"}
            icon={paused ? <Play /> : <Pause />}
            onClick={() => setPaused((current) => !current)}
          />
        </>
      }
      flush
      className="flex flex-col"
    >
      {items.length === 0 ? (
        <p className="border-t px-4.5 py-10 text-center text-ink-2">
          Nothing has been posted yet. The first points appear here by themselves.
        </p>
      ) : (
        <ol className="max-h-80 overflow-y-auto border-t" aria-label="Latest postings">
          {items.map((item) => (
            <li
              key={`${item.id} ${item.memberId} ${item.delta}`}
              className={`flex gap-3 border-b px-4.5 py-1.5 last:border-b-0 ${settled ? "animate-arrive" : ""}`}
            >
              <Time
                at={item.at}
                formats={program}
                timeStyle={isToday(item) ? "clock" : "day"}
                className="w-16 shrink-0 pt-px font-mono text-ink-3 text-sm"
              />
              <span className="min-w-0 flex-1">
                <Link
                  href={`${home}/members/${item.memberId}`}
                  className="block truncate py-0.5 hover:underline"
                >
                  {item.memberName}
                </Link>
                {readsEvents && item.eventId ? (
                  <Link
                    href={`${home}/events/${item.eventId}`}
                    className="block truncate py-1 text-ink-3 text-xs hover:text-ink hover:underline"
                  >
                    {item.reason}
                  </Link>
                ) : (
                  <span className="block truncate py-1 text-ink-3 text-xs">{item.reason}</span>
                )}
              </span>
              {item.delta === 0 ? (
                <Gift
                  role="img"
                  aria-label="No points, but benefits"
                  className="size-4 shrink-0 text-ink-2"
                />
              ) : (
                <PointsDelta points={item.delta} locale={program.locale} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
