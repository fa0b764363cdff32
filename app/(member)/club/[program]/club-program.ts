import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { NotFound } from "@/lib/core/errors";
import { type ProgramDto, recallProgramBySlug } from "@/lib/programs";

/** The program of a club's address, once a request; ends in "not found" where there is none. */
export const clubProgram = cache(async (slug: string): Promise<ProgramDto> => {
  try {
    return await recallProgramBySlug(slug);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});
