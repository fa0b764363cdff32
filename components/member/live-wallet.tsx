"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { keepCard } from "./kept-card";
import { type Arrival, readArrival } from "./read-arrival";

/** Postings often come in a row; the page is read again once they pause. */
const SETTLE_MS = 250;
/** A wallet that comes to the front after this long reads itself again, should the stream have missed something. */
const STALE_MS = 10_000;

type LiveWallet = {
  /** The balance after the newest movement that arrived while the wallet was open; null before the first. */
  balance: number | null;
  /** The newest movement that arrived, for saying it aloud. */
  arrival: Arrival | null;
};

const LiveWalletContext = createContext<LiveWallet>({ balance: null, arrival: null });

export function useLiveWallet(): LiveWallet {
  return useContext(LiveWalletContext);
}

/**
 * Keeps the wallet current: movements come over a stream and show at once, then the page reads itself again for
 * everything that hangs on them. Without the stream, coming back to the wallet does the same.
 */
export function LiveWalletProvider({ program, children }: { program: string; children: ReactNode }) {
  const router = useRouter();
  const [live, setLive] = useState<LiveWallet>({ balance: null, arrival: null });
  const readAt = useRef(0);

  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    readAt.current = Date.now();
    const read = () => {
      readAt.current = Date.now();
      router.refresh();
      void keepCard(program);
    };
    const stream = new EventSource(`/api/live/member/${encodeURIComponent(program)}`);
    stream.onmessage = (event: MessageEvent<string>) => {
      const newest = readArrival(event.data);
      if (newest === null) return;
      setLive({ balance: newest.balance, arrival: newest });
      clearTimeout(settling);
      settling = setTimeout(read, SETTLE_MS);
    };
    const onReturn = () => {
      if (document.visibilityState === "visible" && Date.now() - readAt.current > STALE_MS) read();
    };
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("focus", onReturn);
    window.addEventListener("online", read);
    return () => {
      clearTimeout(settling);
      stream.close();
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("focus", onReturn);
      window.removeEventListener("online", read);
    };
  }, [program, router]);

  return <LiveWalletContext value={live}>{children}</LiveWalletContext>;
}
