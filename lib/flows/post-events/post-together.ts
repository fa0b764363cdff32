import type { Clock } from "@/lib/core/clock";
import { postSlice, type SliceReport } from "./post-slice";

type LaneRequest = { programId: string; lane: number; clock: Clock };

/** By lane: the posting under way in this process, and the one that begins when it ends. */
const running = new Map<string, Promise<SliceReport | null>>();
const following = new Map<string, Promise<SliceReport | null>>();

/**
 * Posts a lane together with everybody in this process who wants it posted now: those who come while it is being
 * posted share the posting that follows, which finds the events of all of them. A hundred callers at once make a few
 * postings, not a hundred that wait for each other.
 * @returns null when there was nothing to post, or another process is posting the lane
 */
export function postTogether(request: LaneRequest): Promise<SliceReport | null> {
  const key = `${request.programId} ${request.lane}`;
  const shared = following.get(key);
  if (shared) return shared;
  const start = () => {
    following.delete(key);
    const posting = postSlice(request).finally(() => {
      if (running.get(key) === posting) running.delete(key);
    });
    running.set(key, posting);
    return posting;
  };
  const before = running.get(key);
  if (!before) return start();
  const posting = before.then(start, start);
  following.set(key, posting);
  return posting;
}
