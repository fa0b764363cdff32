import { z } from "zod";
import { typeId } from "@/lib/core/schema";
import { newProposal, proposalChange, returnNote, rewardDto } from "@/lib/rewards/schema";
import { contract } from "../contract";

const common = { tag: "Rewards", permission: "rewards:write" } as const;
const partners = { ...common, actors: ["partner"] } as const;
const byId = z.object({ id: typeId("rwd") });
const missing = { 404: "There is no such proposal of the caller's company." };
const decided = "The program has decided on it (`proposal_decided`)";

export const drawUpProposal = contract({
  ...partners,
  method: "POST",
  path: "/api/v1/reward-proposals",
  summary: "Draw up a reward as its partner",
  description:
    "A draft that the partner's people work on until they send it to the program, which says what it costs members.",
  body: newProposal,
  response: rewardDto,
  status: 201,
});

export const changeProposal = contract({
  ...partners,
  method: "PATCH",
  path: "/api/v1/reward-proposals/{id}",
  summary: "Change a proposal that the program does not have",
  description: "What the body does not name stays.",
  params: byId,
  body: proposalChange,
  response: rewardDto,
  errors: { ...missing, 409: `${decided}, or is looking at it (\`proposal_waits\`).` },
});

export const sendProposal = contract({
  ...partners,
  method: "POST",
  path: "/api/v1/reward-proposals/{id}/send",
  summary: "Send a proposal to the program",
  params: byId,
  response: rewardDto,
  errors: {
    ...missing,
    409: `${decided}, or has it already (\`proposal_waits\`).`,
    422: "Nobody could redeem it yet; each field says why.",
  },
});

export const withdrawProposal = contract({
  ...partners,
  method: "POST",
  path: "/api/v1/reward-proposals/{id}/withdraw",
  summary: "Take a proposal back from the program",
  params: byId,
  response: rewardDto,
  errors: { ...missing, 409: `${decided}, or does not have it (\`proposal_not_sent\`).` },
});

export const dropProposal = contract({
  ...partners,
  method: "DELETE",
  path: "/api/v1/reward-proposals/{id}",
  summary: "Put a proposal away",
  params: byId,
  response: rewardDto,
  errors: { ...missing, 409: `${decided}.` },
});

export const returnProposal = contract({
  ...common,
  actors: ["apiKey", "user"],
  method: "POST",
  path: "/api/v1/reward-proposals/{id}/return",
  summary: "Send a proposal back to its partner",
  description: "The partner reads why, by mail and in its portal, and can send it anew.",
  params: byId,
  body: returnNote,
  response: rewardDto,
  errors: {
    404: "The program has no such reward.",
    409: "It does not wait for the program (`proposal_not_sent`).",
  },
});

export const rewardProposalContracts = [
  drawUpProposal,
  changeProposal,
  dropProposal,
  sendProposal,
  withdrawProposal,
  returnProposal,
];
