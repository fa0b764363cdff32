import { z } from "zod";
import { codePlan, programDocument } from "@/lib/program-code/schema";
import { contract } from "../contract";

const common = { tag: "Program", permission: "program:manage", actors: ["user"] } as const;
const LARGEST = 8 * 1024 * 1024;

const documentResource = programDocument.meta({ id: "ProgramDocument" });
const planResource = codePlan.meta({ id: "ProgramPlan" });

export const exportProgram = contract({
  ...common,
  method: "GET",
  path: "/api/v1/program/code",
  summary: "Write the program down as a document",
  description:
    "Its campaigns, rewards, code pools and reward partners by their keys, and its settings: nothing of its members, no codes, and no secrets. Two programs that are set up alike give the same document.",
  response: documentResource,
});

export const planProgram = contract({
  ...common,
  method: "POST",
  path: "/api/v1/program/code/plan",
  summary: "Say what applying a document would change",
  description: "Change by change, field by field and in words. Nothing is changed.",
  body: z.record(z.string(), z.unknown()),
  response: planResource,
  maxBytes: LARGEST,
});

export const applyProgram = contract({
  ...common,
  method: "POST",
  path: "/api/v1/program/code/apply",
  summary: "Make the program what a document says",
  description:
    "All of it or nothing, in one transaction. What the document does not have is removed, but for point types, segments, reward partners and code pools; rewards are archived. Applying it again does nothing.",
  body: z.record(z.string(), z.unknown()),
  response: planResource,
  maxBytes: LARGEST,
  errors: { 409: "Something is in use, over, or launched already; the code says which." },
});

export const programCodeContracts = [exportProgram, planProgram, applyProgram];
