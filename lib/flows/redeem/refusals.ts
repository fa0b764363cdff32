import { AppError } from "@/lib/core/errors";
import type { Refusal } from "@/lib/rewards";

type Figures = Readonly<Record<string, string | number>>;

/** The member cannot have the reward; the code says why, and figures say how far off it is. */
export class RedemptionRefused extends AppError {
  constructor(code: string, publicMessage: string, extensions?: Figures) {
    super({
      code,
      status: 409,
      message: `a redemption was refused: ${code}`,
      publicMessage,
      ...(extensions && { extensions }),
    });
  }
}

/** What examining a reward found against it, for whoever asked. */
export function refusedFor(refusal: Refusal): RedemptionRefused {
  switch (refusal.code) {
    case "not_published":
      return new RedemptionRefused("reward_not_published", "This reward is not offered at the moment.");
    case "not_yet": {
      const startsAt = refusal.startsAt.toISOString();
      return new RedemptionRefused("reward_not_yet", "This reward is not offered yet.", { startsAt });
    }
    case "over":
      return new RedemptionRefused("reward_over", "This reward is not offered any more.");
    case "other_tier": {
      const tiers = refusal.tiers.join(", ");
      return new RedemptionRefused("reward_other_tier", "This reward is for members of other tiers.", {
        tiers,
      });
    }
    case "not_offered":
      return new RedemptionRefused("reward_not_offered", "This reward is not offered to this member.");
  }
}
