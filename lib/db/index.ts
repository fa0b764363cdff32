import "server-only";

export { closeDb, db } from "./client";
export { driver, type SqlTx, withDriverTx, withSnapshot } from "./driver";
export { isUniqueViolation, sqlState } from "./errors";
export { Prisma } from "./generated/client";
export { type ChannelListener, listen } from "./listener";
export { jsonTexts } from "./sql";
export { afterCommit, type Tx, withTx } from "./tx";
