import { Forbidden, NotFound } from "@/lib/core/errors";
import type { Actor, ParticipantRole, Role } from "./actor";
import { PERMISSIONS, type Permission } from "./permission-names";

export { PERMISSIONS, type Permission };

/** Scopes that an API key may carry: the work of machines, not the running of the company. */
export const API_SCOPES = [
  "events:write",
  "events:read",
  "members:read",
  "members:write",
  "members:export",
  "members:erase",
  "segments:write",
  "wallet:read",
  "points:spend",
  "points:send",
  "points:reverse",
  "points:adjust",
  "rewards:read",
  "rewards:write",
  "redemptions:read",
  "redemptions:write",
  "vouchers:use",
  "campaigns:read",
  "imports:write",
  "images:write",
  "ledger:read",
] as const satisfies readonly Permission[];

const ALL = Object.keys(PERMISSIONS) as Permission[];
const READ: Permission[] = [
  "events:read",
  "members:read",
  "wallet:read",
  "rewards:read",
  "redemptions:read",
  "campaigns:read",
  "ledger:read",
];
const SUPPORT: Permission[] = [
  "events:read",
  "members:read",
  "members:write",
  "members:export",
  "wallet:read",
  "points:spend",
  "points:send",
  "points:reverse",
  "points:adjust",
  "rewards:read",
  "redemptions:read",
  "redemptions:write",
  "redemptions:reverse",
  "vouchers:use",
  "campaigns:read",
];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  owner: ALL,
  admin: ALL,
  marketer: [
    ...READ,
    "campaigns:write",
    "campaigns:launch",
    "segments:write",
    "rewards:write",
    "imports:write",
    "images:write",
    "points:adjust",
    "adjustments:approve",
  ],
  analyst: READ,
  support: [...SUPPORT, "deadletters:retry"],
  cashier: [
    "events:write",
    "members:read",
    "wallet:read",
    "points:spend",
    "rewards:read",
    "redemptions:read",
    "redemptions:write",
    "vouchers:use",
  ],
};

export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "user":
      return ROLE_PERMISSIONS[actor.role].includes(permission);
    case "apiKey":
      return actor.scopes.includes(permission);
    case "partner":
    case "member":
      return false;
    case "system":
      return true;
  }
}

/** @throws Forbidden */
export function requirePermission(ctx: { actor: Actor }, permission: Permission): void {
  if (!can(ctx.actor, permission)) throw new Forbidden(permission);
}

/**
 * Lets a member reach what is their own, and everybody else what their permission covers.
 * Another member's things look as if they did not exist.
 * @throws NotFound, Forbidden
 */
export function requireSelfOr(ctx: { actor: Actor }, memberId: string, permission: Permission): void {
  if (ctx.actor.kind !== "member") requirePermission(ctx, permission);
  else if (ctx.actor.memberId !== memberId) throw new NotFound("member");
}

/**
 * Lets a company that takes part in the program reach what is its own, and everybody else what their permission
 * covers. What is another company's looks as if it did not exist.
 * @param owner organization that the thing belongs to; null: the program itself
 * @param part what the company must take part as
 * @throws NotFound, Forbidden
 */
export function requirePartnerOr(
  ctx: { actor: Actor },
  { owner, part, thing }: { owner: string | null; part: ParticipantRole; thing: string },
  permission: Permission,
): void {
  const { actor } = ctx;
  if (actor.kind !== "partner") requirePermission(ctx, permission);
  else if (actor.organizationId !== owner || !actor.parts.includes(part)) throw new NotFound(thing);
}
