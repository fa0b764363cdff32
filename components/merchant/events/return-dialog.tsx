"use client";

import { PackageOpen } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Consequences } from "@/components/merchant/points/consequences";
import { returnConsequences } from "@/components/merchant/points/reversal-words";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { ActionResult } from "@/lib/actions";
import { newId } from "@/lib/core/ids";
import type { ReturnPreview } from "@/lib/wallet/schema";
import { type ReturnableLine, ReturnLines } from "./return-lines";

type Chosen = {
  program: string;
  /** TypeID of the purchase. */
  eventId: string;
  returnId: string;
  lines?: { line: number; quantity: number }[];
};
/** The server actions around a return. */
export type ReturnActions = {
  look: (input: Chosen) => Promise<ActionResult<ReturnPreview>>;
  send: (
    input: Chosen,
  ) => Promise<ActionResult<{ eventId: string; outcome: { points: number; reason: string } | null }>>;
};

type Sent = { eventId: string; outcome: { points: number; reason: string } | null };

const TYPING_MS = 250;

/** Takes goods of a purchase back: chooses lines and quantities, shows what that takes, and sends the return. */
export function ReturnDialog({ eventId, actions }: { eventId: string; actions: ReturnActions }) {
  const { program } = usePortal();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [returnId, setReturnId] = useState("");
  const [lines, setLines] = useState<ReturnableLine[] | null>(null);
  const [preview, setPreview] = useState<ReturnPreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const [pending, start] = useTransition();
  const asked = useRef(0);

  const chosen = (lines ?? []).filter(({ quantity }) => quantity > 0);
  const isComplete = chosen.length > 0 && chosen.every(({ quantity, left }) => quantity <= left);

  /** The latest question's answer is the one that counts. */
  async function look(input: Chosen): Promise<ReturnPreview | null> {
    asked.current += 1;
    const question = asked.current;
    const result = await actions.look(input);
    if (question !== asked.current) return null;
    setPreview(result.ok ? result.data : null);
    setRefusal(result.ok ? null : result.error.message);
    return result.ok ? result.data : null;
  }

  async function change(next: boolean) {
    setOpen(next);
    if (!next) return;
    const fresh = newId();
    setReturnId(fresh);
    setLines(null);
    setPreview(null);
    setRefusal(null);
    setSent(null);
    const everything = await look({ program: program.slug, eventId, returnId: fresh });
    setLines(
      everything?.lines.map(({ line, name, quantity }) => ({ line, name, left: quantity, quantity })) ?? null,
    );
  }

  const key = JSON.stringify(chosen.map(({ line, quantity }) => [line, quantity]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is compared by its content
  useEffect(() => {
    if (!open || lines === null || sent !== null) return;
    if (!isComplete) {
      setPreview(null);
      return;
    }
    const timer = setTimeout(() => void look(request()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [key]);

  function request(): Chosen {
    const wanted = chosen.map(({ line, quantity }) => ({ line, quantity }));
    return { program: program.slug, eventId, returnId, lines: wanted };
  }

  function send() {
    start(async () => {
      const result = await actions.send(request());
      if (!result.ok) {
        setRefusal(result.error.message);
        return;
      }
      setSent(result.data);
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button>
          <PackageOpen aria-hidden="true" />
          Return…
        </Button>
      }
      title={sent ? "Taken back" : "Return goods"}
      description={sent ? undefined : "What comes back gives back what it earned."}
      footer={
        sent ? (
          <DialogClose>
            <Button variant="primary">Done</Button>
          </DialogClose>
        ) : (
          lines !== null && (
            <Button variant="primary" onClick={send} disabled={preview === null} pending={pending}>
              Return
            </Button>
          )
        )
      }
    >
      {sent ? (
        <SentReturn sent={sent} />
      ) : (
        <div className="flex flex-col gap-4">
          {lines === null && refusal === null && <Skeleton className="h-32" />}
          {lines !== null && <ReturnLines lines={lines} points={preview?.lines ?? []} onChange={setLines} />}
          {refusal && <Notice tone={lines === null ? "neutral" : "bad"}>{refusal}</Notice>}
          {preview && lines !== null && (
            <Consequences rows={returnConsequences(preview, program)} locale={program.locale} />
          )}
        </div>
      )}
    </Dialog>
  );
}

function SentReturn({ sent }: { sent: Sent }) {
  const { program } = usePortal();
  if (sent.outcome === null) {
    return <Notice>The return is accepted and waits to be posted.</Notice>;
  }
  const { points, reason } = sent.outcome;
  return (
    <Notice tone="good">
      <p className="font-medium">
        {formatNumber(Math.abs(points), program.locale)} {program.pointName} taken back
      </p>
      <p className="mt-0.5 text-sm">{reason}</p>
      <Link
        href={`/p/${program.slug}/events/${sent.eventId}`}
        className="mt-1.5 inline-block font-medium text-sm underline underline-offset-2"
      >
        Open the return
      </Link>
    </Notice>
  );
}
