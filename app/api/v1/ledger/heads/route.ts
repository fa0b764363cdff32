import { readLedgerHeads } from "@/lib/api/contracts/ledger";
import { route } from "@/lib/api/route";
import { readChainHeads } from "@/lib/wallet";

export const GET = route(readLedgerHeads, async ({ ctx }) => ({ heads: await readChainHeads(ctx) }));
