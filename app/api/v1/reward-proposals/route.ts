import { drawUpProposal as drawUpProposalContract } from "@/lib/api/contracts/reward-proposals";
import { route } from "@/lib/api/route";
import { drawUpProposal } from "@/lib/rewards";

export const POST = route(drawUpProposalContract, ({ ctx, body }) => drawUpProposal(ctx, body));
