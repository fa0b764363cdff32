import { present } from "@/lib/core/assert";
import { NotFound } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/db";
import { toImageDto } from "@/lib/images";
import { toPointType } from "./point-types";
import { ledgerPolicy, type ProgramDto } from "./schema";
import { type ProgramRow, selectProgram, selectProgramBySlug, selectProgramsOf } from "./sql";

/** Programs that the switcher lists. */
const MAX_LISTED = 100;

function toDto(row: ProgramRow): ProgramDto {
  const pointTypes = (row.pointTypes ?? []).map(toPointType);
  const { tagline, logo, cardImage, cardPattern, ...settings } = row;
  return {
    ...settings,
    brand: {
      tagline,
      logo: logo && toImageDto(logo),
      cardImage: cardImage && toImageDto(cardImage),
      cardPattern,
    },
    pointType: present(pointTypes[0], "every program has point type 1"),
    pointTypes,
    ledgerPolicy: ledgerPolicy.parse(row.ledgerPolicy),
  };
}

/** @throws NotFound */
export async function readProgram(programId: string, tx?: Tx): Promise<ProgramDto> {
  const row = await selectProgram(tx ?? db(), programId);
  if (!row) throw new NotFound("program");
  return toDto(row);
}

/** @throws NotFound */
export async function readProgramBySlug(slug: string): Promise<ProgramDto> {
  const row = await selectProgramBySlug(db(), slug);
  if (!row) throw new NotFound("program");
  return toDto(row);
}

/** A company's programs by name; bounded, for the switcher. */
export async function listProgramsOf(organizationId: string): Promise<ProgramDto[]> {
  return (await selectProgramsOf(db(), organizationId, MAX_LISTED)).map(toDto);
}
