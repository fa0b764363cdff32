"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { QrShape } from "./qr-code";

/** What the button is called, and what stands above the code when it is open. */
export type ShowCodeWords = { label: string; title: string; hint: string };

/** The QR code of the card or of a voucher; pressed, it fills the screen for the scanner at the till. */
export function ShowCode({
  qr,
  cardNumber,
  name,
  words,
}: {
  qr: QrShape;
  /** What the code says, to read out. */
  cardNumber: string;
  name: string;
  words: ShowCodeWords;
}) {
  const [open, setOpen] = useState(false);
  useScreenAwake(open);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={words.title}
      description={words.hint}
      trigger={
        <button
          type="button"
          aria-label={words.label}
          className="rounded-lg bg-white p-[4%] text-black outline-offset-3 transition-transform duration-120 focus-visible:outline-white active:scale-97"
        >
          <QrCode qr={qr} />
        </button>
      }
    >
      <div className="flex flex-col items-center gap-4 rounded-lg bg-white p-4 text-black">
        <div className="w-full max-w-80">
          <QrCode qr={qr} />
        </div>
        <div className="pb-1 text-center">
          <p className="font-mono text-xl tracking-wide" dir="ltr">
            {cardNumber}
          </p>
          <p className="mt-1 text-sm">{name}</p>
        </div>
      </div>
    </Dialog>
  );
}

function QrCode({ qr }: { qr: QrShape }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${qr.side} ${qr.side}`}
      className="block size-full"
      shapeRendering="crispEdges"
    >
      <path d={qr.path} fill="currentColor" />
    </svg>
  );
}

/** Keeps the screen from dimming while the code is shown, where the browser can. */
function useScreenAwake(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    // Refused on low battery, for example: then the screen dims as usual.
    const lock = navigator.wakeLock.request("screen").catch(() => null);
    return () => {
      void lock.then((held) => held?.release());
    };
  }, [wanted]);
}
