import { z } from "zod";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import {
  codeRemovalRequest,
  newPoolRequest,
  poolChange,
  poolDto,
  refusedCodeDto,
  removalDto,
  uploadDto,
} from "@/lib/rewards/schema";
import { contract } from "../contract";

const tag = "Code pools";
const reads = { tag, permission: "rewards:read", actors: ["apiKey", "user", "partner"] } as const;
const writes = { tag, permission: "rewards:write", actors: ["apiKey", "user", "partner"] } as const;
const byPool = z.object({ id: typeId("cpool") });
const byUpload = z.object({ id: typeId("upl") });
const noPool = { 404: "The program has no such code pool." };
const noUpload = { 404: "The program has no such file of codes." };

export const listCodePools = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/code-pools",
  summary: "List code pools, the newest first",
  query: pageQuery.extend({
    q: z.string().max(200).optional().meta({ description: "Part of the name." }),
    partnerId: typeId("org").optional(),
  }),
  response: pageOf(poolDto),
});

export const createCodePool = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/code-pools",
  summary: "Create an empty code pool",
  body: newPoolRequest,
  response: poolDto,
  status: 201,
});

export const getCodePool = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/code-pools/{id}",
  summary: "Read a code pool with its counts",
  params: byPool,
  response: poolDto,
  errors: noPool,
});

export const changeCodePool = contract({
  ...writes,
  method: "PATCH",
  path: "/api/v1/code-pools/{id}",
  summary: "Change a code pool's name or when it is low",
  params: byPool,
  body: poolChange,
  response: poolDto,
  errors: noPool,
});

export const uploadCodes = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/code-pools/{id}/uploads",
  summary: "Upload a file of codes",
  description:
    "Send the file itself as the body: one code a line, or CSV with the code and its last day (`YYYY-MM-DD`), plain or " +
    "compressed with gzip, with or without a header line, of up to a million lines. The answer comes at once; the codes " +
    "go in page by page. A code that the program has already, anywhere, is refused and listed; a code is handed out " +
    "once, ever.",
  params: byPool,
  query: z.object({
    fileName: z
      .string()
      .min(1)
      .max(200)
      .meta({ examples: ["codes-2026-12.txt"] }),
  }),
  upload: {
    contentTypes: ["text/csv", "text/plain", "application/gzip", "application/octet-stream"],
    description:
      "The bytes of the file. Compression is recognised by its first bytes, not by name or header.",
  },
  response: uploadDto,
  status: 201,
  errors: { ...noPool, 422: "The file is empty, or no text." },
});

export const listCodeUploads = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/code-pools/{id}/uploads",
  summary: "List the files that were put into a code pool, the newest first",
  params: byPool,
  query: pageQuery,
  response: pageOf(uploadDto),
  errors: noPool,
});

export const removeCodes = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/code-pools/{id}/removals",
  summary: "Take codes out of a pool for good",
  description: "Up to 1,000 codes by name, or all that a file brought. Codes that members have stay theirs.",
  params: byPool,
  body: codeRemovalRequest,
  response: removalDto,
  errors: noPool,
});

export const getCodeUpload = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/code-uploads/{id}",
  summary: "Read a file of codes and its progress",
  params: byUpload,
  response: uploadDto,
  errors: noUpload,
});

export const resumeCodeUpload = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/code-uploads/{id}/resume",
  summary: "Go on with a failed file of codes from where it stopped",
  params: byUpload,
  response: uploadDto,
  errors: { ...noUpload, 409: "It has not failed (`upload_not_failed`)." },
});

export const listRefusedCodes = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/code-uploads/{id}/refused",
  summary: "List the lines of a file of codes that did not go in, with the reasons",
  params: byUpload,
  query: pageQuery,
  response: pageOf(refusedCodeDto),
  errors: noUpload,
});

export const codePoolContracts = [
  listCodePools,
  createCodePool,
  getCodePool,
  changeCodePool,
  uploadCodes,
  listCodeUploads,
  removeCodes,
  getCodeUpload,
  resumeCodeUpload,
  listRefusedCodes,
];
