"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import type { ActionResult } from "@/lib/actions";
import type { Allowance, TransferPreview } from "@/lib/transfers/schema";
import { SendConfirmation } from "./send-confirmation";
import { type SendDraft, SendForm } from "./send-form";
import { useAction } from "./use-action";

type Sent = { recipient: string; points: number; availableAfter: number };

/** Sends points in three steps: whom and how many, a last look, and the result. What was typed is kept on the way. */
export function SendPoints({
  program,
  locale,
  pointName,
  available,
  allowance,
  preview,
  send,
}: {
  program: string;
  locale: string;
  pointName: string;
  available: number;
  allowance: Allowance;
  preview: (draft: SendDraft & { program: string }) => Promise<ActionResult<TransferPreview>>;
  send: (draft: SendDraft & { program: string; key: string }) => Promise<ActionResult<Sent>>;
}) {
  const router = useRouter();
  const looking = useAction(preview);
  const sending = useAction(send);
  const [draft, setDraft] = useState<SendDraft | null>(null);
  const [seen, setSeen] = useState<{ preview: TransferPreview; key: string } | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);

  async function look(typed: SendDraft) {
    setDraft(typed);
    const answer = await looking.run({ program, ...typed });
    if (answer !== null) setSeen({ preview: answer, key: crypto.randomUUID() });
  }

  async function confirm() {
    if (draft === null || seen === null) return;
    const answer = await sending.run({ program, ...draft, key: seen.key });
    if (answer === null) return;
    setSent(answer);
    router.refresh();
  }

  function again() {
    setDraft(null);
    setSeen(null);
    setSent(null);
  }

  const inWords = (points: number) => `${formatNumber(points, locale)} ${pointName}`;
  if (sent !== null) {
    return (
      <div role="status" className="mt-6 rounded-xl border bg-surface p-6 text-center">
        <CircleCheck aria-hidden="true" className="mx-auto size-8 text-good-ink" />
        <h2 className="mt-3 text-lg">
          {inWords(sent.points)} are with {sent.recipient}
        </h2>
        <p className="mt-1 text-base text-ink-2">You have {inWords(sent.availableAfter)} left.</p>
        <div className="mt-5 flex flex-wrap justify-center gap-2">
          <ButtonLink href={`/club/${program}`} variant="primary" size="lg">
            Done
          </ButtonLink>
          <Button size="lg" onClick={again}>
            Send more
          </Button>
        </div>
        <p className="mt-4 text-base">
          <Link href={`/club/${program}/activity`} className="font-medium text-accent-ink">
            See it in your activity
          </Link>
        </p>
      </div>
    );
  }
  if (seen !== null && draft !== null) {
    return (
      <SendConfirmation
        preview={seen.preview}
        message={draft.message}
        inWords={inWords}
        pending={sending.pending}
        refusal={sending.message ?? Object.values(sending.fields)[0] ?? null}
        onConfirm={() => void confirm()}
        onBack={() => setSeen(null)}
      />
    );
  }
  return (
    <SendForm
      draft={draft}
      available={available}
      allowance={allowance}
      inWords={inWords}
      pointName={pointName}
      pending={looking.pending}
      fields={looking.fields}
      message={looking.message}
      onSubmit={(typed) => void look(typed)}
    />
  );
}
