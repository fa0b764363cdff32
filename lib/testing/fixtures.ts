import { randomBytes } from "node:crypto";
import type { Actor, Role } from "@/lib/auth/actor";
import { type Ctx, newRequestId, systemCtx } from "@/lib/auth/context";
import type { Permission } from "@/lib/auth/permissions";
import { type Clock, systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { createMembers, type MemberDto, type NewMember } from "@/lib/members";
import { createProgram, type ProgramDto, type ProgramInput } from "@/lib/programs";

/** A program made for one test, with the context of a job that may do everything in it. */
export type TestProgram = ProgramDto & { ctx: Ctx };

/**
 * Founds an organisation and a program of its own, so that no two tests meet.
 *
 * @param overrides settings that the test depends on; `organizationId` puts it beside an existing program.
 */
export async function makeProgram(
  overrides: Partial<ProgramInput> & { organizationId?: string } = {},
  clock: Clock = systemClock,
): Promise<TestProgram> {
  const { organizationId = await makeOrganization(), ...settings } = overrides;
  const unique = randomBytes(6).toString("hex");
  const program = await createProgram(
    { actor: { kind: "system", job: "test" }, clock, requestId: newRequestId() },
    organizationId,
    {
      name: `Club ${unique}`,
      slug: `club-${unique}`,
      currency: "EUR",
      timeZone: "Europe/Berlin",
      cardPrefix: "TS",
      lanes: 2,
      ...settings,
    },
  );
  return { ...program, ctx: systemCtx(program.programId, "test", clock) };
}

/** An organisation without users. @returns its id */
export async function makeOrganization(): Promise<string> {
  const organizationId = newId();
  await db().organization.create({ data: { organizationId, name: `Company ${organizationId.slice(-6)}` } });
  return organizationId;
}

/** An active member with an account for points. */
export async function makeMember(ctx: Ctx, overrides: Partial<NewMember> = {}): Promise<MemberDto> {
  const [member] = await createMembers(ctx, [{ name: "Alex Example", ...overrides }]);
  if (!member) throw new Error("createMembers returned nobody");
  return member;
}

/** Whom a test acts as: a portal user of a role, an API key with scopes, or a member. */
export type ActingAs = { clock?: Clock } & (
  | { role: Role; userId?: string }
  | { scopes: Permission[] }
  | { memberId: string }
);

/** The context of somebody who acts in a program. */
export function ctxFor(program: Pick<ProgramDto, "programId" | "organizationId">, as: ActingAs): Ctx {
  return {
    programId: program.programId,
    actor: actorFor(program.organizationId, as),
    clock: as.clock ?? systemClock,
    requestId: newRequestId(),
  };
}

function actorFor(organizationId: string, as: ActingAs): Actor {
  if ("role" in as) {
    return {
      kind: "user",
      userId: as.userId ?? newId(),
      organizationId,
      role: as.role,
      name: `A ${as.role}`,
    };
  }
  if ("scopes" in as) return { kind: "apiKey", apiKeyId: newId(), scopes: as.scopes, name: "Test key" };
  return { kind: "member", memberId: as.memberId };
}
