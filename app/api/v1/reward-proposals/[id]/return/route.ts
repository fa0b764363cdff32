import { returnProposal as returnProposalContract } from "@/lib/api/contracts/reward-proposals";
import { route } from "@/lib/api/route";
import { returnProposal } from "@/lib/rewards";

export const POST = route(returnProposalContract, ({ ctx, params, body }) =>
  returnProposal(ctx, params.id, body),
);
