"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import { formatTime } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { WebhookSecretDto } from "@/lib/webhooks/schema";

const HIDDEN = `whsec_${"•".repeat(24)}`;

/** What calls are signed with: shown when asked for, and changed. */
export function SecretPanel({
  secret: { secret, madeAt, previousUntil },
  rotate,
}: {
  secret: WebhookSecretDto;
  rotate: (input: { program: string; rotate: true }) => Promise<ActionResult<unknown>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [shown, setShown] = useState(false);
  return (
    <Panel
      title="Signing secret"
      actions={
        <ConfirmDialog
          trigger={<Button size="sm">Change</Button>}
          title="Change the signing secret?"
          description="Calls are signed with the new one at once, and for 24 hours with the old one too, so that receivers can change over."
          confirmLabel="Change secret"
          onConfirm={async () => {
            const result = await rotate({ program: program.slug, rotate: true });
            if (!result.ok) throw new Error(result.error.message);
            toast.success("The secret is changed");
            router.refresh();
          }}
        />
      }
    >
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 break-all font-mono text-sm">{shown ? secret : HIDDEN}</code>
        <Button size="sm" variant="ghost" onClick={() => setShown(!shown)} aria-pressed={shown}>
          {shown ? "Hide" : "Show"}
        </Button>
        <CopyButton value={secret} label="Copy signing secret" />
      </div>
      <p className="mt-2 max-w-2xl text-pretty text-ink-2 text-sm">
        Calls carry <code className="font-mono">webhook-id</code>,{" "}
        <code className="font-mono">webhook-timestamp</code> and{" "}
        <code className="font-mono">webhook-signature</code> as{" "}
        <a
          href="https://www.standardwebhooks.com"
          className="font-medium text-accent-ink underline underline-offset-2"
        >
          Standard Webhooks
        </a>{" "}
        has them. In use since {formatTime(madeAt, "date", program)}
        {previousUntil !== null &&
          `; the one before it signs too until ${formatTime(previousUntil, "dateTime", program)}`}
        .
      </p>
    </Panel>
  );
}
