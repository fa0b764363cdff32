import type { Actor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, Forbidden } from "@/lib/core/errors";
import type { Role } from "./schema";

export type UserActor = Extract<Actor, { kind: "user" }>;

/** Teams are run by people, not by keys or jobs. @throws Forbidden */
export function userActor(ctx: Ctx): UserActor {
  if (ctx.actor.kind !== "user") throw new Forbidden("team:manage");
  return ctx.actor;
}

/** Only owners make, change or remove owners: an admin cannot rise above the people who trusted them. */
export function requireOwnerFor(actor: UserActor, ...roles: Role[]): void {
  if (roles.includes("owner") && actor.role !== "owner") throw new Forbidden("team:manage (owners)");
}

/** @throws Conflict `last_owner` when the change would leave the company without anybody who can run it */
export function requireOwnerLeft(from: Role, to: Role | null, owners: number): void {
  if (from === "owner" && to !== "owner" && owners <= 1) {
    throw new Conflict("last_owner", "This is the company's last owner. Make somebody else an owner first.");
  }
}
