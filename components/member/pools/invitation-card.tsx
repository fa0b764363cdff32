"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { PoolKind } from "@/lib/pools/schema";
import { useAction } from "../use-action";

type Answer = { program: string; pool: string; accepts: boolean };

/** An invitation into a pool, to be accepted or declined. */
export function InvitationCard({
  program,
  id,
  name,
  kind,
  ownerName,
  answer,
}: {
  program: string;
  /** TypeID of the pool. */
  id: string;
  name: string;
  kind: PoolKind;
  ownerName: string;
  answer: (input: Answer) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("pools");
  const router = useRouter();
  const toast = useToast();
  const { run, pending, message } = useAction(answer);

  async function choose(accepts: boolean) {
    if ((await run({ program, pool: id, accepts })) === null) return;
    toast.success(accepts ? t("youAreIn", { name }) : t("declined"));
    if (accepts) router.push(`/club/${program}/pools/${id}`);
    router.refresh();
  }

  return (
    <div className="rounded-xl border bg-accent-soft p-5 text-accent-ink">
      <p className="text-pretty text-md">
        {t.rich("invitation", {
          kind,
          owner: ownerName,
          name,
          strong: (part) => <bdi className="font-semibold">{part}</bdi>,
        })}
      </p>
      {message && (
        <p role="alert" className="mt-2 text-bad-ink text-sm">
          {message}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button variant="primary" size="lg" pending={pending} onClick={() => void choose(true)}>
          {t("accept")}
        </Button>
        <Button size="lg" pending={pending} onClick={() => void choose(false)}>
          {t("decline")}
        </Button>
      </div>
    </div>
  );
}
