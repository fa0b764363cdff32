"use client";

import { usePortal } from "@/components/merchant/portal-context";
import { useSaving } from "@/components/merchant/use-saving";
import { Switch } from "@/components/ui/switch";
import type { ActionResult } from "@/lib/actions";

/** Whether campaigns need a second person. */
export function ApprovalSwitch({
  required,
  set,
}: {
  required: boolean;
  set: (input: { program: string; required: boolean }) => Promise<ActionResult<unknown>>;
}) {
  const { program } = usePortal();
  const { pending, save } = useSaving();
  return (
    <Switch
      key={String(required)}
      label="A second person launches campaigns"
      hint="Whoever writes a campaign submits it for review; somebody else launches it or sends it back. What runs goes on."
      defaultChecked={required}
      disabled={pending}
      onChange={(event) => {
        const { checked } = event.currentTarget;
        save(() => set({ program: program.slug, required: checked }));
      }}
    />
  );
}
