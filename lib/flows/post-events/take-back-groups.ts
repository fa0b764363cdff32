import { present } from "@/lib/core/assert";
import type { PointTypeDto, ReturnPolicy } from "@/lib/programs";
import type { planReturn } from "@/lib/wallet";

type TakeBack = ReturnType<typeof planReturn>["takeBacks"][number];

/** What a return takes back, by point type and by the policy of the campaign that gave it, or else of the type. */
export function takeBackGroups(
  takeBacks: readonly TakeBack[],
  pointTypes: ReadonlyMap<number, PointTypeDto>,
): { pointTypeNo: number; policy: ReturnPolicy; own: TakeBack[] }[] {
  const groups = new Map<string, { pointTypeNo: number; policy: ReturnPolicy; own: TakeBack[] }>();
  for (const takeBack of takeBacks) {
    const { pointTypeNo, returns } = takeBack.award;
    const pointType = present(pointTypes.get(pointTypeNo), "the program issues the point type");
    const policy = returns ?? pointType.returnPolicy;
    const key = `${pointTypeNo} ${policy}`;
    const group = groups.get(key) ?? { pointTypeNo, policy, own: [] };
    group.own.push(takeBack);
    groups.set(key, group);
  }
  return [...groups.values()];
}
