"use client";

import { CircleCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { WalletLink } from "@/components/member/wallet-link";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { ActionResult } from "@/lib/actions";
import type { Allowance, TransferPreview } from "@/lib/transfers/schema";
import { SendConfirmation } from "./send-confirmation";
import { type SendDraft, SendForm } from "./send-form";
import { useAction } from "./use-action";
import { usePoints } from "./use-points";

type Sent = { recipient: string; points: number; availableAfter: number };

/** Sends points in three steps: whom and how many, a last look, and the result. What was typed is kept on the way. */
export function SendPoints({
  program,
  pointName,
  available,
  allowance,
  maxMessage,
  preview,
  send,
}: {
  program: string;
  /** As the program has it. */
  pointName: string;
  available: number;
  allowance: Allowance;
  /** Characters of the word that goes with them. */
  maxMessage: number;
  preview: (draft: SendDraft & { program: string }) => Promise<ActionResult<TransferPreview>>;
  send: (draft: SendDraft & { program: string; key: string }) => Promise<ActionResult<Sent>>;
}) {
  const t = useTranslations("send");
  const { name, amount } = usePoints(pointName);
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

  if (sent !== null) {
    return (
      <div role="status" className="mt-6 rounded-xl border bg-surface p-6 text-center">
        <CircleCheck aria-hidden="true" className="mx-auto size-8 text-good-ink" />
        <h2 className="mt-3 text-lg">{t("sent", { amount: amount(sent.points), name: sent.recipient })}</h2>
        <p className="mt-1 text-base text-ink-2">{t("left", { amount: amount(sent.availableAfter) })}</p>
        <div className="mt-5 flex flex-wrap justify-center gap-2">
          <ButtonLink href={`/club/${program}`} variant="primary" size="lg">
            {t("done")}
          </ButtonLink>
          <Button size="lg" onClick={again}>
            {t("sendMore")}
          </Button>
        </div>
        <p className="mt-4 text-base">
          <WalletLink href={`/club/${program}/activity`} className="font-medium text-accent-ink">
            {t("seeActivity")}
          </WalletLink>
        </p>
      </div>
    );
  }
  if (seen !== null && draft !== null) {
    return (
      <SendConfirmation
        preview={seen.preview}
        message={draft.message}
        inWords={amount}
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
      maxMessage={maxMessage}
      inWords={amount}
      pointName={name}
      pending={looking.pending}
      fields={looking.fields}
      message={looking.message}
      onSubmit={(typed) => void look(typed)}
    />
  );
}
