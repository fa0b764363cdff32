"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/components/ui/format";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { WalletFormats } from "./activity-line";
import { useAction } from "./use-action";
import { WalletSection } from "./wallet-section";

type Blocked = { id: string; name: string; blockedAt: string };

/** Blocks that a member has set, each with the way out of it. */
export function BlockedList({
  program,
  blocked,
  formats,
  unblock,
}: {
  program: string;
  blocked: Blocked[];
  formats: WalletFormats;
  unblock: (input: { program: string; id: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("send");
  const router = useRouter();
  const toast = useToast();
  const { run, pending, message } = useAction(unblock);
  const [lifting, setLifting] = useState<string | null>(null);

  async function lift({ id, name }: Blocked) {
    setLifting(id);
    if ((await run({ program, id })) === null) return;
    toast.success(t("isUnblocked", { name }));
    router.refresh();
  }

  return (
    <WalletSection title={t("blockedByYou")} className="mt-8 border-t pt-6">
      {message && <p className="mt-2 text-bad-ink text-sm">{message}</p>}
      {blocked.length === 0 ? (
        <p className="mt-2 text-base text-ink-2">{t("nobody")}</p>
      ) : (
        <ul className="mt-2 divide-y">
          {blocked.map((other) => (
            <li key={other.id} className="flex items-center justify-between gap-4 py-3">
              <span className="min-w-0">
                <span className="block font-medium text-md">
                  <bdi>{other.name}</bdi>
                </span>
                <span className="block text-ink-2 text-sm">
                  {t.rich("blockedSince", {
                    day: formatTime(other.blockedAt, "date", formats),
                    time: (day) => <time dateTime={other.blockedAt}>{day}</time>,
                  })}
                </span>
              </span>
              <Button
                size="lg"
                pending={pending && lifting === other.id}
                disabled={pending}
                aria-label={t("unblockName", { name: other.name })}
                onClick={() => void lift(other)}
              >
                {t("unblock")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </WalletSection>
  );
}
