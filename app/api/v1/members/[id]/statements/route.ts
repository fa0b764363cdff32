import { listStatements as listStatementsContract } from "@/lib/api/contracts/statements";
import { route } from "@/lib/api/route";
import { listStatements } from "@/lib/statements";

export const GET = route(listStatementsContract, ({ ctx, params, query }) =>
  listStatements(ctx, params.id, query),
);
