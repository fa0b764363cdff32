"use client";

import { lazy, Suspense, useState } from "react";
import { useLoadLater } from "@/components/ui/load-later";
import type { QrShape } from "./qr-code";
import { QrCode } from "./qr-image";

const loadDialog = () => import("./code-dialog").then(({ CodeDialog }) => ({ default: CodeDialog }));
const CodeDialog = lazy(loadDialog);

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
  useLoadLater(loadDialog);
  return (
    <>
      <button
        type="button"
        aria-label={words.label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className="rounded-lg bg-white p-[4%] text-black outline-offset-3 transition-transform duration-120 focus-visible:outline-white active:scale-97"
      >
        <QrCode qr={qr} />
      </button>
      {open && (
        <Suspense fallback={null}>
          <CodeDialog
            qr={qr}
            cardNumber={cardNumber}
            name={name}
            title={words.title}
            hint={words.hint}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
