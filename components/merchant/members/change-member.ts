import type { ActionResult } from "@/lib/actions";
import type { AttributeValue } from "@/lib/members/schema";

/** The server action that changes a member; `id` is a TypeID, null removes a value. */
export type ChangeMember = (input: {
  program: string;
  id: string;
  change: {
    name?: string;
    email?: string | null;
    phone?: string | null;
    externalId?: string | null;
    status?: "active" | "blocked";
    tier?: string | null;
    tags?: string[];
    birthday?: string | null;
    attributes?: Record<string, AttributeValue | null>;
  };
}) => Promise<ActionResult<{ id: string }>>;
