"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

/** Where the member is signed in, and a way to end it everywhere: for a phone that was lost. */
export function SignOutMember({
  program,
  id,
  devices,
  signOut,
}: {
  program: string;
  /** TypeID */
  id: string;
  devices: number;
  signOut: (input: { program: string; id: string }) => Promise<ActionResult<{ signedOut: number }>>;
}) {
  const router = useRouter();
  const toast = useToast();

  async function confirm() {
    const result = await signOut({ program, id });
    if (!result.ok) throw new Error(result.error.message);
    toast.success("Signed out everywhere");
    router.refresh();
  }

  return (
    <section aria-label="Devices" className="flex flex-wrap items-center justify-between gap-3 px-4.5 py-4">
      <div className="min-w-0">
        <h2 className="text-md">Devices</h2>
        <p className="mt-1 text-base text-ink-2">
          {devices === 0
            ? "Signed in nowhere."
            : `Signed in on ${devices === 1 ? "1 device" : `${devices} devices`}.`}
        </p>
      </div>
      {devices > 0 && (
        <ConfirmDialog
          trigger={<Button>Sign out everywhere</Button>}
          title="Sign this member out everywhere?"
          description="Every device has to sign in again, and gets no notifications until it does."
          confirmLabel="Sign out everywhere"
          onConfirm={confirm}
        />
      )}
    </section>
  );
}
