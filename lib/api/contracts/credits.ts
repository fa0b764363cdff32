import { z } from "zod";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import {
  CREDIT_STATES,
  creditJobDetail,
  creditJobDto,
  creditReason,
  decisionNote,
  refusedLineDto,
} from "@/lib/credits/schema";
import { contract } from "../contract";

const common = { tag: "Bulk credits", permission: "points:adjust", actors: ["apiKey", "user"] } as const;
const params = z.object({ id: typeId("job") });

export const createCredits = contract({
  ...common,
  method: "POST",
  path: "/api/v1/credits",
  summary: "Upload a file of credits",
  description:
    "Send the file itself as the body: CSV with a header line, plain or compressed with gzip, of any size. It needs " +
    "the columns `member` (a `mem_…` id, your own number, a card number or an e-mail address) and `points`; `reason` " +
    "and `point type` are optional. Lines are checked at once; nothing is posted before the file is confirmed.",
  query: z.object({
    fileName: z
      .string()
      .min(1)
      .max(200)
      .meta({ examples: ["spring-bonus.csv"] }),
    reason: creditReason.optional().meta({ description: "Reason of lines that give none." }),
  }),
  upload: {
    contentTypes: ["text/csv", "application/gzip", "application/octet-stream"],
    description: "The bytes of the file. Compression is recognised by its first bytes.",
  },
  response: creditJobDto,
  status: 201,
  errors: { 422: "Not a CSV file, or a column is missing." },
});

export const listCredits = contract({
  ...common,
  method: "GET",
  path: "/api/v1/credits",
  summary: "List files of credits, the newest first",
  query: pageQuery.extend({ state: z.enum(CREDIT_STATES).optional() }),
  response: pageOf(creditJobDto),
});

export const readCredits = contract({
  ...common,
  method: "GET",
  path: "/api/v1/credits/{id}",
  summary: "Read a file of credits: its preview, its progress or its report",
  params,
  response: creditJobDetail,
});

export const listRefusedCredits = contract({
  ...common,
  method: "GET",
  path: "/api/v1/credits/{id}/refused",
  summary: "List the lines that give no points, with the reasons",
  params,
  query: pageQuery,
  response: pageOf(refusedLineDto),
});

export const confirmCredits = contract({
  ...common,
  method: "POST",
  path: "/api/v1/credits/{id}/confirm",
  summary: "Confirm a checked file",
  description:
    "It is posted, or waits for a second person in the portal where it gives more in all than the program's threshold.",
  params,
  response: creditJobDto,
  errors: { 409: "It is not ready (`credits_not_ready`), or every line was refused (`no_credits`)." },
});

export const approveCredits = contract({
  ...common,
  permission: "adjustments:approve",
  actors: ["user"],
  method: "POST",
  path: "/api/v1/credits/{id}/approve",
  summary: "Approve a large file of credits, and post it",
  description: "For a person who neither uploaded nor confirmed it; API keys do not approve.",
  params,
  body: decisionNote,
  response: creditJobDto,
  errors: {
    403: "You uploaded or confirmed it yourself (`own_request`), or may not approve.",
    409: "It does not wait for approval (`credits_not_waiting`).",
  },
});

export const cancelCredits = contract({
  ...common,
  method: "POST",
  path: "/api/v1/credits/{id}/cancel",
  summary: "Drop a file of credits before it is posted",
  params,
  response: creditJobDto,
  errors: { 409: "It is being posted or has ended (`credits_under_way`)." },
});

export const resumeCredits = contract({
  ...common,
  method: "POST",
  path: "/api/v1/credits/{id}/resume",
  summary: "Go on with a failed file of credits from where it stopped",
  params,
  response: creditJobDto,
  errors: { 409: "It has not failed (`credits_not_failed`)." },
});

export const creditContracts = [
  createCredits,
  listCredits,
  readCredits,
  listRefusedCredits,
  confirmCredits,
  approveCredits,
  cancelCredits,
  resumeCredits,
];
