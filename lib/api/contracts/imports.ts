import { z } from "zod";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import {
  importDetailDto,
  importDto,
  importMapping,
  previewDto,
  rejectDto,
  sampleDto,
} from "@/lib/imports/schema";
import { contract } from "../contract";

const common = { tag: "Imports", permission: "imports:write", actors: ["apiKey", "user"] } as const;
const params = z.object({ id: typeId("imp") });
const mapped = z.strictObject({ mapping: importMapping });

export const createImport = contract({
  ...common,
  method: "POST",
  path: "/api/v1/imports",
  summary: "Upload a transaction file",
  description:
    "Send the file itself as the body: CSV with a header line, plain or compressed with gzip, of any size. Nothing " +
    "becomes an event before the import is started with a mapping. Lines of one basket may lie far apart.",
  query: z.object({
    fileName: z
      .string()
      .min(1)
      .max(200)
      .meta({ examples: ["sales-2026-03.csv.gz"] }),
  }),
  upload: {
    contentTypes: ["text/csv", "application/gzip", "application/octet-stream"],
    description:
      "The bytes of the file. Compression is recognised by its first bytes, not by name or header.",
  },
  response: importDto,
  status: 201,
  errors: { 422: "Not a CSV file, no header line, or nothing below it." },
});

export const listImports = contract({
  ...common,
  method: "GET",
  path: "/api/v1/imports",
  summary: "List imports, the newest first",
  query: pageQuery,
  response: pageOf(importDto),
});

export const readImport = contract({
  ...common,
  method: "GET",
  path: "/api/v1/imports/{id}",
  summary: "Read an import and its progress",
  params,
  response: importDetailDto,
});

export const readImportSample = contract({
  ...common,
  method: "GET",
  path: "/api/v1/imports/{id}/sample",
  summary: "Read the columns of an uploaded file with sample values and a proposed mapping",
  params,
  response: sampleDto,
  errors: { 409: "The import was started, or its file is not on this machine." },
});

export const previewImport = contract({
  ...common,
  method: "POST",
  path: "/api/v1/imports/{id}/preview",
  summary: "Show what the first lines would become under a mapping",
  description: "Reads the first 2,000 lines and writes nothing.",
  params,
  body: mapped,
  response: previewDto,
  errors: {
    409: "The import was started, or its file is not on this machine.",
    422: "The file lacks a column.",
  },
});

export const startImport = contract({
  ...common,
  method: "POST",
  path: "/api/v1/imports/{id}/start",
  summary: "Start an uploaded import with a mapping",
  description:
    "Every basket becomes one purchase event whose id is the basket's id. A basket goes in whole or not at all; " +
    "one that is known already is counted as a duplicate and posts nothing. With `createMembers` the caller needs " +
    "`members:write` as well.",
  params,
  body: mapped,
  response: importDto,
  errors: { 409: "The import was started or cancelled before.", 422: "The file lacks a column." },
});

export const cancelImport = contract({
  ...common,
  method: "POST",
  path: "/api/v1/imports/{id}/cancel",
  summary: "Cancel an import",
  description: "Baskets that are events by now stay events; the rest is dropped with the file.",
  params,
  response: importDto,
  errors: { 409: "The import has ended." },
});

export const resumeImport = contract({
  ...common,
  method: "POST",
  path: "/api/v1/imports/{id}/resume",
  summary: "Go on with a failed import from where it stopped",
  params,
  response: importDto,
  errors: { 409: "The import has not failed." },
});

export const listImportRejects = contract({
  ...common,
  method: "GET",
  path: "/api/v1/imports/{id}/rejects",
  summary: "List the lines that did not go in, with the reasons",
  params,
  query: pageQuery,
  response: pageOf(rejectDto),
});

export const importContracts = [
  createImport,
  listImports,
  readImport,
  readImportSample,
  previewImport,
  startImport,
  cancelImport,
  resumeImport,
  listImportRejects,
];
