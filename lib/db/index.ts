import "server-only";

export { closeDb, db } from "./client";
export { isUniqueViolation, sqlState } from "./errors";
export { Prisma } from "./generated/client";
export { type Tx, withTx } from "./tx";
