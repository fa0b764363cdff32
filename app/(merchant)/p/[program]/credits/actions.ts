"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { approveCredits, cancelCredits, confirmCredits, resumeCredits } from "@/lib/credits";
import { decisionNote } from "@/lib/credits/schema";

const one = z.object({ jobId: typeId("job") });
const noted = one.extend({ note: decisionNote.shape.note });

export const confirm = merchantAction(one, "points:adjust", confirmCredits);
export const approve = merchantAction(noted, "adjustments:approve", approveCredits);
export const cancel = merchantAction(noted, "points:adjust", cancelCredits);
export const resume = merchantAction(one, "points:adjust", resumeCredits);
