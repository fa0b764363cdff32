"use client";

import { Ellipsis, UserMinus, UserPen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { ROLE_MEANINGS, type Role, type TeammateDto } from "@/lib/identity/schema";
import { RoleDialog } from "./role-dialog";
import type { TeamActions } from "./team-actions";

type Props = {
  program: string;
  teammate: TeammateDto;
  viewerRole: Role;
  /** The teammate is the person who looks. */
  isViewer: boolean;
  giveRole: TeamActions["giveRole"];
  remove: TeamActions["remove"];
};

/** What can be done with somebody of the team. Owners are an owner's matter. */
export function TeammateMenu({ program, teammate, viewerRole, isViewer, giveRole, remove }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [dialog, setDialog] = useState<"role" | "remove" | null>(null);
  const { userId, name, role } = teammate;
  if (role === "owner" && viewerRole !== "owner") return null;

  async function changeTo(next: Role) {
    const result = await giveRole({ program, userId, role: next });
    if (!result.ok) throw new Error(result.error.message);
    if (result.data.changed) toast.success(`${name} is now ${ROLE_MEANINGS[next].name.toLowerCase()}`);
    router.refresh();
  }

  async function confirmRemoval() {
    const result = await remove({ program, userId });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(`${name} is no longer in the team`);
    router.refresh();
  }

  const close = (open: boolean) => {
    if (!open) setDialog(null);
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton size="sm" label={`Actions for ${name}`} icon={<Ellipsis aria-hidden="true" />} />
        }
      >
        <MenuItem icon={<UserPen aria-hidden="true" />} onSelect={() => setDialog("role")}>
          Change role
        </MenuItem>
        <MenuItem icon={<UserMinus aria-hidden="true" />} danger onSelect={() => setDialog("remove")}>
          {isViewer ? "Leave the team" : "Remove from team"}
        </MenuItem>
      </Menu>
      <RoleDialog
        open={dialog === "role"}
        onOpenChange={close}
        name={name}
        role={role}
        viewerRole={viewerRole}
        onChange={changeTo}
      />
      <ConfirmDialog
        open={dialog === "remove"}
        onOpenChange={close}
        title={isViewer ? "Leave the team?" : `Remove ${name}?`}
        description={`${isViewer ? "You lose" : `${name} loses`} access to all of the company's programs at once, also where still signed in. What ${isViewer ? "you" : "they"} did stays in the records.`}
        confirmLabel={isViewer ? "Leave" : "Remove"}
        confirmVariant="danger"
        onConfirm={confirmRemoval}
      />
    </>
  );
}
