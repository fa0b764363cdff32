"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { TransferPreview } from "@/lib/transfers/schema";

/** The last look before points go: whose they will be, as far as one may see, and what is left. */
export function SendConfirmation({
  preview: { recipient, points, availableAfter },
  message,
  inWords,
  pending,
  refusal,
  onConfirm,
  onBack,
}: {
  preview: TransferPreview;
  message: string;
  inWords: (points: number) => string;
  pending: boolean;
  refusal: string | null;
  onConfirm: () => void;
  onBack: () => void;
}) {
  const t = useTranslations("send");
  return (
    <section aria-labelledby="last-look" className="mt-6 rounded-xl border bg-surface p-5">
      <h2 id="last-look" className="text-ink-2 text-md">
        {t("isThisRight")}
      </h2>
      <p className="mt-2 text-2xl">{inWords(points)}</p>
      <p className="mt-1 text-lg">
        {t.rich("toWhom", {
          name: recipient.name,
          strong: (name) => <bdi className="font-semibold">{name}</bdi>,
        })}
      </p>
      {message !== "" && (
        <blockquote dir="auto" className="mt-3 break-words border-s-2 ps-3 text-base text-ink-2">
          {message}
        </blockquote>
      )}
      <p className="mt-4 text-pretty text-base text-ink-2">
        {t("youKeep", { amount: inWords(availableAfter) })}
      </p>
      {refusal && (
        <Notice tone="bad" className="mt-4">
          {refusal}
        </Notice>
      )}
      <div className="mt-5 flex flex-col gap-2 sm:flex-row-reverse sm:justify-end">
        <Button variant="accent" size="lg" pending={pending} onClick={onConfirm}>
          {t("sendAmount", { amount: inWords(points) })}
        </Button>
        <Button size="lg" disabled={pending} onClick={onBack}>
          {t("change")}
        </Button>
      </div>
    </section>
  );
}
