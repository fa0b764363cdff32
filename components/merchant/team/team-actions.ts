import type { ActionResult } from "@/lib/actions";
import type { IssuedInvitation, Role } from "@/lib/identity/schema";

/** What the team screen can do; the page hands it its server actions. Ids are TypeIDs. */
export type TeamActions = {
  invite: (input: { program: string; email: string; role: Role }) => Promise<ActionResult<IssuedInvitation>>;
  renew: (input: { program: string; invitationId: string }) => Promise<ActionResult<IssuedInvitation>>;
  revoke: (input: { program: string; invitationId: string }) => Promise<ActionResult<{ revoked: true }>>;
  giveRole: (input: {
    program: string;
    userId: string;
    role: Role;
  }) => Promise<ActionResult<{ changed: boolean }>>;
  remove: (input: { program: string; userId: string }) => Promise<ActionResult<{ removed: true }>>;
};
