import { sendProposal as sendProposalContract } from "@/lib/api/contracts/reward-proposals";
import { route } from "@/lib/api/route";
import { sendProposal } from "@/lib/rewards";

export const POST = route(sendProposalContract, ({ ctx, params }) => sendProposal(ctx, params.id));
