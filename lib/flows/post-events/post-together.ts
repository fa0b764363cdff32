import type { Clock } from "@/lib/core/clock";
import { postSlice, type SliceReport } from "./post-slice";
import { SharedTurns } from "./shared-turns";

type LaneRequest = { programId: string; lane: number; clock: Clock };

const turns = new SharedTurns<LaneRequest, SliceReport | null>(([request]) => postSlice(request));

/**
 * Posts a lane together with everybody in this process who wants it posted now: those who come while it is being
 * posted share the posting that follows, which finds the events of all of them.
 * @returns null when there was nothing to post, or another process is posting the lane
 */
export function postTogether(request: LaneRequest): Promise<SliceReport | null> {
  return turns.join(`${request.programId} ${request.lane}`, request);
}
