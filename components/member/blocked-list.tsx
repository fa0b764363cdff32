"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/figures";
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
  const router = useRouter();
  const toast = useToast();
  const { run, pending, message } = useAction(unblock);

  async function lift({ id, name }: Blocked) {
    if ((await run({ program, id })) === null) return;
    toast.success(`${name} is no longer blocked`);
    router.refresh();
  }

  return (
    <WalletSection title="Blocked by you" className="mt-8 border-t pt-6">
      {message && <p className="mt-2 text-bad-ink text-sm">{message}</p>}
      {blocked.length === 0 ? (
        <p className="mt-2 text-base text-ink-2">Nobody.</p>
      ) : (
        <ul className="mt-2 divide-y">
          {blocked.map((other) => (
            <li key={other.id} className="flex items-center justify-between gap-4 py-3">
              <span className="min-w-0">
                <span className="block font-medium text-md">{other.name}</span>
                <span className="block text-ink-2 text-sm">
                  since <Time at={other.blockedAt} formats={formats} timeStyle="date" />
                </span>
              </span>
              <Button size="lg" pending={pending} onClick={() => void lift(other)}>
                Unblock
                <span className="sr-only"> {other.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </WalletSection>
  );
}
