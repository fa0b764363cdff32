import { Prisma } from "@/lib/db";
import type { Subject } from "./personal-data";

/** A name of the map of personal data, which is part of the program and comes from nobody. */
export const named = (name: string) => Prisma.raw(`"${name}"`);

/** The condition that a row of `table` is about the member. */
export function isAbout(
  { table, of }: { table: string; of: Subject },
  programId: string,
  memberId: string,
): Prisma.Sql {
  const own = (source: string, columns: readonly string[]) =>
    Prisma.join(
      columns.map((column) => Prisma.sql`${named(source)}.${named(column)} = ${memberId}::uuid`),
      " OR ",
    );
  const ofProgram = Prisma.sql`${named(table)}.program_id = ${programId}::uuid`;
  if (!("table" in of)) return Prisma.sql`${ofProgram} AND (${own(table, of.columns)})`;
  return Prisma.sql`${ofProgram} AND EXISTS (
    SELECT FROM ${named(of.table)}
    WHERE ${named(of.table)}.program_id = ${programId}::uuid
      AND ${named(of.table)}.${named(of.key)} = ${named(table)}.${named(of.key)} AND (${own(of.table, of.columns)}))`;
}
