import type { Actor, Role } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";

const COMPANY = "Bean & Crumb GmbH";

const PEOPLE: readonly { first: string; name: string; role: Role }[] = [
  { first: "mara", name: "Mara Lindqvist", role: "owner" },
  { first: "jonas", name: "Jonas Brandt", role: "admin" },
  { first: "selin", name: "Selin Aydın", role: "marketer" },
  { first: "pavel", name: "Pavel Novák", role: "analyst" },
  { first: "noor", name: "Noor Haddad", role: "support" },
  { first: "theo", name: "Theo Sommer", role: "cashier" },
];

/** The demo's company and its owner, who acts in all that follows. */
export interface Team {
  organizationId: string;
  owner: Extract<Actor, { kind: "user" }>;
  /** When the demo was begun; its days end here. */
  today: Date;
}

/** Makes the company and one person of each role, all with the password that the launcher chose. */
export async function seedTeam(): Promise<Team> {
  const organization =
    (await db().organization.findFirst({ where: { name: COMPANY } })) ??
    (await db().organization.create({ data: { organizationId: newId(), name: COMPANY } }));
  const { organizationId } = organization;
  const passwordHash = await hashPassword(requirePassword("DEMO_MERCHANT_PASSWORD"));
  for (const { first, name, role } of PEOPLE) {
    const email = `${first}@beanandcrumb.example`;
    const { userId } = await db().user.upsert({
      where: { email },
      create: { userId: newId(), email, name, passwordHash },
      update: {},
    });
    await db().organizationUser.createMany({
      data: [{ organizationId, userId, role }],
      skipDuplicates: true,
    });
  }
  const owner = await db().user.findUniqueOrThrow({ where: { email: "mara@beanandcrumb.example" } });
  return {
    organizationId,
    owner: { kind: "user", userId: owner.userId, organizationId, role: "owner", name: owner.name },
    today: organization.createdAt,
  };
}

/** Somebody of the team, in the role that the demo gave them. */
export async function actorOf(email: string, role: Role): Promise<Team["owner"]> {
  const { userId, name } = await db().user.findUniqueOrThrow({ where: { email } });
  const { organizationId } = await db().organizationUser.findFirstOrThrow({ where: { userId } });
  return { kind: "user", userId, organizationId, role, name };
}

/** @throws Error when the launcher did not hand it down */
export function requirePassword(variable: "DEMO_MERCHANT_PASSWORD" | "DEMO_MEMBER_PASSWORD"): string {
  const password = process.env[variable];
  if (!password) throw new Error(`${variable} is not set; npm start chooses one.`);
  return password;
}
