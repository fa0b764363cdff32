import { describe, expect, it } from "vitest";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Actor, ParticipantRole, Role } from "./actor";
import { systemCtx } from "./context";
import {
  API_SCOPES,
  can,
  PERMISSIONS,
  type Permission,
  requirePartnerOr,
  requireSelfOr,
} from "./permissions";

/** Who may do what, written out: a change of the product's matrix has to be made here as well. */
const MATRIX: Record<Permission, readonly Role[]> = {
  "events:write": ["owner", "admin", "cashier"],
  "events:read": ["owner", "admin", "marketer", "analyst", "support"],
  "members:read": ["owner", "admin", "marketer", "analyst", "support", "cashier"],
  "members:write": ["owner", "admin", "support"],
  "members:export": ["owner", "admin", "support"],
  "members:erase": ["owner", "admin"],
  "segments:write": ["owner", "admin", "marketer"],
  "rewards:read": ["owner", "admin", "marketer", "analyst", "support", "cashier"],
  "rewards:write": ["owner", "admin", "marketer"],
  "redemptions:read": ["owner", "admin", "marketer", "analyst", "support", "cashier"],
  "redemptions:write": ["owner", "admin", "support", "cashier"],
  "redemptions:reverse": ["owner", "admin", "support"],
  "partners:manage": ["owner", "admin"],
  "vouchers:use": ["owner", "admin", "support", "cashier"],
  "mail:manage": ["owner", "admin"],
  "webhooks:manage": ["owner", "admin"],
  "wallet:read": ["owner", "admin", "marketer", "analyst", "support", "cashier"],
  "points:adjust": ["owner", "admin", "marketer", "support"],
  "adjustments:approve": ["owner", "admin", "marketer"],
  "points:spend": ["owner", "admin", "support", "cashier"],
  "points:send": ["owner", "admin", "support"],
  "points:reverse": ["owner", "admin", "support"],
  "campaigns:read": ["owner", "admin", "marketer", "analyst", "support"],
  "campaigns:write": ["owner", "admin", "marketer"],
  "campaigns:launch": ["owner", "admin", "marketer"],
  "images:write": ["owner", "admin", "marketer"],
  "imports:write": ["owner", "admin", "marketer"],
  "deadletters:retry": ["owner", "admin", "support"],
  "ledger:read": ["owner", "admin", "marketer", "analyst"],
  "keys:manage": ["owner", "admin"],
  "team:manage": ["owner", "admin"],
  "program:manage": ["owner", "admin"],
  "audit:read": ["owner", "admin"],
};
const ROLES: readonly Role[] = ["owner", "admin", "marketer", "analyst", "support", "cashier"];
const ALL = Object.keys(PERMISSIONS) as Permission[];

function user(role: Role): Actor {
  return { kind: "user", userId: newId(), organizationId: newId(), role, name: "Somebody" };
}

describe("permissions", () => {
  it.each(ALL)("%s belongs to exactly the roles of the matrix", (permission) => {
    expect(ROLES.filter((role) => can(user(role), permission))).toEqual(MATRIX[permission]);
  });

  it("of a key are its scopes and nothing else", () => {
    const key: Actor = { kind: "apiKey", apiKeyId: newId(), scopes: ["events:write"], name: "Till" };
    expect(ALL.filter((permission) => can(key, permission))).toEqual(["events:write"]);
  });

  it("to run the company are never scopes of a key", () => {
    const running: Permission[] = [
      "keys:manage",
      "team:manage",
      "program:manage",
      "campaigns:launch",
      "adjustments:approve",
    ];
    expect(API_SCOPES.filter((scope) => running.includes(scope))).toEqual([]);
  });

  it("are none for a member, who reaches only their own things", () => {
    const memberId = newId();
    const ctx = { ...systemCtx(newId(), "test"), actor: { kind: "member", memberId } as const };
    expect(ALL.filter((permission) => can(ctx.actor, permission))).toEqual([]);
    expect(() => requireSelfOr(ctx, memberId, "wallet:read")).not.toThrow();
    expect(() => requireSelfOr(ctx, newId(), "wallet:read")).toThrow(NotFound);
  });

  it("are none for a partner, who reaches only what is their company's, as the part it takes", () => {
    const organizationId = newId();
    const actor: Actor = {
      kind: "partner",
      userId: newId(),
      organizationId,
      parts: ["REWARD_PARTNER"],
      name: "Somebody",
    };
    expect(ALL.filter((permission) => can(actor, permission))).toEqual([]);
    const asking = (owner: string | null, part: ParticipantRole) => () =>
      requirePartnerOr({ actor }, { owner, part, thing: "reward" }, "members:read");
    expect(asking(organizationId, "REWARD_PARTNER")).not.toThrow();
    expect(asking(newId(), "REWARD_PARTNER")).toThrow(NotFound);
    expect(asking(null, "REWARD_PARTNER")).toThrow(NotFound);
    expect(asking(organizationId, "SPONSOR")).toThrow(NotFound);
    const analyst = { actor: user("analyst") };
    const itsOwn = { owner: null, part: "SPONSOR", thing: "campaign" } as const;
    expect(() => requirePartnerOr(analyst, itsOwn, "members:read")).not.toThrow();
    expect(() => requirePartnerOr(analyst, itsOwn, "members:write")).toThrow(Forbidden);
  });
});
