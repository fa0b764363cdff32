import type { ActionResult } from "@/lib/actions";
import type { ReversalPreview } from "@/lib/wallet/schema";

/**
 * The server actions that spend points, set them aside and undo things; ids are TypeIDs. A `key` that comes again
 * brings the answer that it brought before.
 */
export type Spend = (input: {
  program: string;
  memberId: string;
  key: string;
  spend: { points: number; reason: string; reference?: string };
}) => Promise<ActionResult<{ available: number }>>;
export type SetAside = (input: {
  program: string;
  memberId: string;
  key: string;
  hold: { points: number; reason: string; reference?: string; minutes?: number };
}) => Promise<ActionResult<{ expiresAt: string }>>;
export type Capture = (input: {
  program: string;
  holdId: string;
  key: string;
  capture: { points: number; final: boolean };
}) => Promise<ActionResult<{ remaining: number }>>;
export type Release = (input: {
  program: string;
  holdId: string;
}) => Promise<ActionResult<{ points: number }>>;
export type PreviewReversal = (input: {
  program: string;
  entryId: string;
}) => Promise<ActionResult<ReversalPreview>>;
export type Reverse = (input: {
  program: string;
  entryId: string;
  key: string;
  reason: string;
}) => Promise<ActionResult<{ points: number }>>;

export type HoldActions = { capture: Capture; release: Release };
export type ReversalActions = { preview: PreviewReversal; reverse: Reverse };
