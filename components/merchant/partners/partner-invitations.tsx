"use client";

import { InvitationTable } from "@/components/merchant/team/invitation-table";
import { Badge } from "@/components/ui/badge";
import type { Formats } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/actions";
import type { InvitationDto, IssuedInvitation } from "@/lib/identity/schema";

type OfInvitation = { program: string; partnerId: string; invitationId: string };

/** Invitations of a company's people that wait for an answer; nothing where none does. */
export function PartnerInvitations({
  invitations,
  program,
  partnerId,
  renew,
  revoke,
}: {
  invitations: InvitationDto[];
  program: { slug: string } & Formats;
  /** TypeID */
  partnerId: string;
  renew: (input: OfInvitation) => Promise<ActionResult<IssuedInvitation>>;
  revoke: (input: OfInvitation) => Promise<ActionResult<{ revoked: true }>>;
}) {
  if (invitations.length === 0) return null;
  return (
    <Panel title="Open invitations" note={<Badge>{invitations.length}</Badge>} flush>
      <InvitationTable
        invitations={invitations}
        program={program}
        hasRoles={false}
        renew={(input) => renew({ ...input, partnerId })}
        revoke={(input) => revoke({ ...input, partnerId })}
      />
    </Panel>
  );
}
