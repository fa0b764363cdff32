import type { ParticipantRole, Role } from "@/lib/db/generated/enums";
import type { Permission } from "./permission-names";

export type { ParticipantRole, Role };

/** Who acts. */
export type Actor =
  | { kind: "user"; userId: string; organizationId: string; role: Role; name: string }
  /** Somebody of another company that takes part in the program: they reach what is that company's, and nothing else. */
  | { kind: "partner"; userId: string; organizationId: string; parts: ParticipantRole[]; name: string }
  /** `sessionId`: where they are signed in; absent where somebody acts on their behalf. */
  | { kind: "member"; memberId: string; sessionId?: string }
  | { kind: "apiKey"; apiKeyId: string; scopes: Permission[]; name: string }
  | { kind: "system"; job: string };

/** The actor as audit rows and idempotency keys name it: kind and id, no personal data. */
export function actorRef(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return `user:${actor.userId}`;
    case "partner":
      return `partner:${actor.userId}`;
    case "member":
      return `member:${actor.memberId}`;
    case "apiKey":
      return `apiKey:${actor.apiKeyId}`;
    case "system":
      return `system:${actor.job}`;
  }
}
