"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { cancelImport, previewImport, resumeImport, startImport } from "@/lib/imports";
import { importMapping } from "@/lib/imports/schema";

const one = z.object({ importId: typeId("imp") });
const mapped = one.extend({ mapping: importMapping });

export const previewMapping = merchantAction(mapped, "imports:write", previewImport);
export const start = merchantAction(mapped, "imports:write", startImport);
export const cancel = merchantAction(one, "imports:write", cancelImport);
export const resume = merchantAction(one, "imports:write", resumeImport);
