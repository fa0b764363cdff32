import { type Desk, disposable, type PostedEntry, type ReversalPreview, reasonInWords } from "@/lib/wallet";
import type { Undone } from "./undo-entry";

/** How a program speaks. */
export type Wording = Parameters<typeof reasonInWords>[1];

/** Does the undoing at a desk and tells what it changed for the member. */
export function measure(
  desk: Desk,
  { entry, wording }: { entry: PostedEntry; wording: Wording },
  undo: () => Undone,
): { preview: ReversalPreview; undone: Undone } {
  const { causeId, memberId, kind, outcome } = entry;
  const [spendable, ...others] = desk.lane.pointTypes;
  const figures = (pointTypeNo = spendable?.pointTypeNo) => {
    const { available, pending, owed } = desk.purseOf(memberId, pointTypeNo);
    return { available, pending, owed };
  };
  const before = figures();
  const otherBefore = others.map(({ pointTypeNo }) => figures(pointTypeNo));
  const undone = undo();
  const after = figures();
  const preview: ReversalPreview = {
    causeId,
    memberId,
    kind,
    reason: reasonInWords(outcome, wording),
    points: after.available - before.available,
    pending: after.pending - before.pending,
    owed: after.owed - before.owed,
    forgiven: undone.details.forgiven ?? 0,
    grace: undone.details.grace ?? null,
    availableAfter: disposable(desk.purseOf(memberId), desk.today),
    owedAfter: after.owed,
    otherTypes: others.flatMap(({ pointTypeNo, code, name }, index) => {
      const now = figures(pointTypeNo);
      const was = otherBefore[index] ?? now;
      const points = now.available + now.pending - now.owed - (was.available + was.pending - was.owed);
      return points === 0 ? [] : [{ code, name, points }];
    }),
  };
  return { preview, undone };
}
