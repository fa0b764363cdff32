import type { ActionResult } from "@/lib/actions";
import type { AdjustmentState } from "@/lib/adjustments/schema";

type Answer = Promise<ActionResult<{ state: AdjustmentState }>>;

/** The server actions around adjustments; ids are TypeIDs. */
export type Adjust = (input: {
  program: string;
  memberId: string;
  adjustment: { points: number; reason: string; pointType?: string; note?: string; expiresOn?: string };
}) => Answer;
export type Decide = (input: { program: string; adjustmentId: string; note?: string }) => Answer;
export type Withdraw = (input: { program: string; adjustmentId: string }) => Answer;
