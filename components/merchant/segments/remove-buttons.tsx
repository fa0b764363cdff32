"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { SegmentChanges, SegmentDto } from "@/lib/segments/schema";

/** Takes one member off the list. `memberId` is the TypeID. */
export function RemoveMemberButton({
  code,
  memberId,
  name,
  remove,
}: {
  code: string;
  memberId: string;
  name: string;
  remove: (input: {
    program: string;
    code: string;
    members: string[];
  }) => Promise<ActionResult<SegmentChanges>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  return (
    <IconButton
      label={`Remove ${name}`}
      icon={<X aria-hidden="true" />}
      disabled={pending}
      className="relative z-10"
      onClick={() =>
        start(async () => {
          const result = await remove({ program: program.slug, code, members: [memberId] });
          if (result.ok) toast.success(`${name} is off the segment`);
          else toast.failure(result.error.message);
          router.refresh();
        })
      }
    />
  );
}

/** Deletes the list after a question, and goes back to the others. */
export function DeleteSegmentButton({
  segment,
  remove,
}: {
  segment: SegmentDto;
  remove: (input: { program: string; code: string }) => Promise<ActionResult<{ code: string }>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">Delete</Button>}
      title={`Delete “${segment.name}”?`}
      description="The list goes, its members stay. That is possible while neither a running campaign nor a reward names it."
      confirmLabel="Delete segment"
      confirmVariant="danger"
      onConfirm={async () => {
        const result = await remove({ program: program.slug, code: segment.code });
        if (!result.ok) throw new Error(result.error.message);
        toast.success("The segment is deleted");
        router.push(`/p/${program.slug}/segments`);
      }}
    />
  );
}
