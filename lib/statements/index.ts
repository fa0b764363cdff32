import "server-only";

export { listStatements, readStatements } from "./queries";
export type { StatementDto } from "./schema";
export { insertCuts, insertStatements } from "./sql";
export { statementCsv } from "./statement-csv";
