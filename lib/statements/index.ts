import "server-only";

export { listStatements, readStatements } from "./queries";
export type { StatementDto } from "./schema";
export { insertCuts, insertStatements, listStatementParties, type StatementPlace } from "./sql";
export { statementCsv } from "./statement-csv";
