"use client";

import { useEffect, useRef, useState } from "react";
import { FEED_LENGTH, type FeedItem, feedMessage } from "@/lib/live/schema";

const MINUTE_MS = 60_000;

export type Feed = {
  items: FeedItem[];
  /** Movements in the last minute, as far as this page has seen them. */
  lastMinute: number;
  /** Whether the stream is open. */
  connected: boolean;
  /** Movements that came in while paused. */
  waiting: number;
};

type Batch = { at: number; count: number };

const keyOf = (item: FeedItem) => `${item.id} ${item.memberId} ${item.delta}`;

/** Puts newer movements on top, each once, and keeps the newest. */
export function mergeFeed(newer: readonly FeedItem[], older: readonly FeedItem[]): FeedItem[] {
  const merged = new Map<string, FeedItem>();
  for (const item of [...newer, ...older]) if (!merged.has(keyOf(item))) merged.set(keyOf(item), item);
  return [...merged.values()].slice(0, FEED_LENGTH);
}

/**
 * The program's postings as they happen. While paused, what is shown stays, and what comes in is counted; it
 * appears when the pause ends.
 */
export function useFeed(program: string, initial: FeedItem[], paused: boolean, onPosted: () => void): Feed {
  const [shown, setShown] = useState(initial);
  const [connected, setConnected] = useState(false);
  const [batches, setBatches] = useState<Batch[]>([]);
  const [waiting, setWaiting] = useState(0);
  const held = useRef<FeedItem[]>([]);
  const isPaused = useRef(paused);

  useEffect(() => {
    isPaused.current = paused;
    if (paused) return;
    const items = held.current;
    held.current = [];
    setWaiting(0);
    setShown((current) => mergeFeed(items, current));
  }, [paused]);

  useEffect(() => {
    const source = new EventSource(`/api/live/program/${encodeURIComponent(program)}`);
    source.onopen = () => setConnected(true);
    source.onerror = () => setConnected(false);
    source.onmessage = (message) => {
      const parsed = feedMessage.safeParse(JSON.parse(message.data));
      if (!parsed.success) return;
      const { count, items } = parsed.data;
      setBatches((current) => [...current, { at: Date.now(), count }]);
      if (isPaused.current) {
        held.current = mergeFeed(items, held.current);
        setWaiting((current) => current + count);
      } else {
        setShown((current) => mergeFeed(items, current));
      }
      onPosted();
    };
    const forget = setInterval(() => {
      setBatches((current) => {
        const recent = current.filter(({ at }) => at > Date.now() - MINUTE_MS);
        return recent.length === current.length ? current : recent;
      });
    }, 2_000);
    return () => {
      clearInterval(forget);
      source.close();
    };
  }, [program, onPosted]);

  const lastMinute = batches.reduce((sum, { count }) => sum + count, 0);
  return { items: shown, lastMinute, connected, waiting };
}
