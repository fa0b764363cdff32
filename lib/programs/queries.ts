import { present } from "@/lib/core/assert";
import { NotFound } from "@/lib/core/errors";
import { db, type Prisma, type Tx } from "@/lib/db";
import { toPointType } from "./point-types";
import { ledgerPolicy, type ProgramDto } from "./schema";

const select = {
  programId: true,
  organizationId: true,
  slug: true,
  name: true,
  businessModel: true,
  currency: true,
  timeZone: true,
  locale: true,
  sandbox: true,
  brandHue: true,
  cardPrefix: true,
  lanes: true,
  eventsFrom: true,
  ruleSetVersion: true,
  ledgerPolicy: true,
  pointTypes: { omit: { programId: true }, orderBy: { pointTypeNo: "asc" } },
} satisfies Prisma.ProgramSelect;

function toDto({
  pointTypes: rows,
  eventsFrom,
  ...row
}: Prisma.ProgramGetPayload<{ select: typeof select }>): ProgramDto {
  const pointTypes = rows.map(toPointType);
  return {
    ...row,
    eventsFrom: eventsFrom.toISOString().slice(0, 10),
    pointType: present(pointTypes[0], "every program has point type 1"),
    pointTypes,
    ledgerPolicy: ledgerPolicy.parse(row.ledgerPolicy),
  };
}

/** @throws NotFound */
export async function readProgram(programId: string, tx?: Tx): Promise<ProgramDto> {
  const row = await (tx ?? db()).program.findUnique({ where: { programId }, select });
  if (!row) throw new NotFound("program");
  return toDto(row);
}

/** @throws NotFound */
export async function readProgramBySlug(slug: string): Promise<ProgramDto> {
  const row = await db().program.findUnique({ where: { slug }, select });
  if (!row) throw new NotFound("program");
  return toDto(row);
}

/** A company's programs by name; bounded, for the switcher. */
export async function listProgramsOf(organizationId: string): Promise<ProgramDto[]> {
  const rows = await db().program.findMany({
    where: { organizationId },
    select,
    orderBy: [{ sandbox: "asc" }, { name: "asc" }],
    take: 100,
  });
  return rows.map(toDto);
}
