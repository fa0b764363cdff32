import type { StepDetail } from "@/lib/redemptions";
import type { Tracking } from "@/lib/redemptions/schema";

/** What a step keeps of what was told: a note, and how a parcel is followed. */
export function stepDetail({
  note,
  tracking,
}: {
  note?: string | undefined;
  tracking?: Tracking | undefined;
}): StepDetail {
  const { carrier, number, url } = tracking ?? {};
  const followed = {
    ...(carrier !== undefined && { carrier }),
    ...(number !== undefined && { number }),
    ...(url !== undefined && { url }),
  };
  return {
    ...(note !== undefined && note !== "" && { note }),
    ...(Object.keys(followed).length > 0 && { tracking: followed }),
  };
}
