import "server-only";

export { createProgram } from "./create-program";
export { listProgramsOf, readProgram, readProgramBySlug } from "./queries";
export { type ProgramDto, type ProgramInput, SPENDABLE_POINT_TYPE } from "./schema";
