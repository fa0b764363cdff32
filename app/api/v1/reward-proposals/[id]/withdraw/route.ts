import { withdrawProposal as withdrawProposalContract } from "@/lib/api/contracts/reward-proposals";
import { route } from "@/lib/api/route";
import { withdrawProposal } from "@/lib/rewards";

export const POST = route(withdrawProposalContract, ({ ctx, params }) => withdrawProposal(ctx, params.id));
