import "server-only";

export type { Column } from "./binary-rows";
export { askTogether, readBriefly, withBriefTx } from "./brief-tx";
export { closeDb, db } from "./client";
export { type Columns, rowsOf } from "./columns";
export { driver, type SqlTx, withDriverTx, withSnapshot } from "./driver";
export { isUniqueViolation, knownFault, sqlState } from "./errors";
export { isFaultOfContent } from "./fault-of-content";
export { Prisma } from "./generated/client";
export { insertRows } from "./insert-rows-sql";
export { type ChannelListener, listen } from "./listener";
export { jsonTexts } from "./sql";
export { afterCommit, type Tx, withTx } from "./tx";
