"use client";

import { useEffect } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { QrShape } from "./qr-code";
import { QrCode } from "./qr-image";

/** The code as large as the screen, with what it says, for the scanner at the till. */
export function CodeDialog({
  qr,
  cardNumber,
  name,
  title,
  hint,
  onClose,
}: {
  qr: QrShape;
  /** What the code says, to read out. */
  cardNumber: string;
  name: string;
  title: string;
  hint: string;
  onClose: () => void;
}) {
  useScreenAwake();
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      description={hint}
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

/** Keeps the screen from dimming while the code is shown, where the browser can. */
function useScreenAwake(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    // Refused on low battery, for example: then the screen dims as usual.
    const lock = navigator.wakeLock.request("screen").catch(() => null);
    return () => {
      void lock.then((held) => held?.release());
    };
  }, []);
}
