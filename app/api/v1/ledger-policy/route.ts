import { changeLedgerPolicy, getLedgerPolicy } from "@/lib/api/contracts/point-types";
import { route } from "@/lib/api/route";
import { recallProgram, setLedgerPolicy } from "@/lib/programs";

export const GET = route(
  getLedgerPolicy,
  async ({ ctx }) => (await recallProgram(ctx.programId)).ledgerPolicy,
);

export const PATCH = route(changeLedgerPolicy, ({ ctx, body }) => setLedgerPolicy(ctx, body));
