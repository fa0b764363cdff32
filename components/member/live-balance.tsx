"use client";

import { useEffect, useRef, useState } from "react";
import { formatNumber, formatSigned } from "@/components/ui/format";
import { useLiveWallet } from "./live-wallet";

const DURATION_MS = 600;

/**
 * The balance, counting over to a new value when points are posted while one looks at it. Where reduced motion
 * is asked for, it changes at once. A screen reader hears the movement once, in words.
 */
export function LiveBalance({
  balance: readBalance,
  locale,
  pointName,
}: {
  balance: number;
  locale: string;
  pointName: string;
}) {
  const { balance: arrived, arrival } = useLiveWallet();
  const known = useLatest(readBalance, arrived);
  const shown = useCountTo(known);
  return (
    <>
      <span aria-hidden="true">{formatNumber(shown, locale)}</span>
      <span className="sr-only">{formatNumber(known, locale)}</span>
      <span className="sr-only" role="status">
        {arrival &&
          (arrival.delta === 0
            ? arrival.reason
            : `${formatSigned(arrival.delta, locale)} ${pointName}. ${arrival.reason}`)}
      </span>
    </>
  );
}

/** Of what the page read and what the stream said, whichever changed last. */
function useLatest(read: number, arrived: number | null): number {
  const [seen, setSeen] = useState({ read, arrived, latest: read });
  if (seen.read === read && seen.arrived === arrived) return seen.latest;
  const latest = seen.read !== read || arrived === null ? read : arrived;
  setSeen({ read, arrived, latest });
  return latest;
}

function useCountTo(target: number): number {
  const [shown, setShown] = useState(target);
  const from = useRef(target);
  useEffect(() => {
    const start = from.current;
    if (start === target) return;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      from.current = target;
      setShown(target);
      return;
    }
    let frame = 0;
    const begun = performance.now();
    const step = (now: number) => {
      const progress = Math.min(1, (now - begun) / DURATION_MS);
      const eased = 1 - (1 - progress) ** 3;
      from.current = Math.round(start + (target - start) * eased);
      setShown(from.current);
      if (progress < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}
