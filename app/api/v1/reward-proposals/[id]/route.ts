import {
  changeProposal as changeProposalContract,
  dropProposal as dropProposalContract,
} from "@/lib/api/contracts/reward-proposals";
import { route } from "@/lib/api/route";
import { changeProposal, dropProposal } from "@/lib/rewards";

export const PATCH = route(changeProposalContract, ({ ctx, params, body }) =>
  changeProposal(ctx, params.id, body),
);

export const DELETE = route(dropProposalContract, ({ ctx, params }) => dropProposal(ctx, params.id));
