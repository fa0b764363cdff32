import type { CampaignDto } from "@/lib/campaigns/schema";
import type { ProgramDto } from "@/lib/programs/schema";

/** What a campaign's points are: its own type, or the spendable one. */
export function pointTypeOf({ liveDefinition }: CampaignDto, program: ProgramDto): ProgramDto["pointType"] {
  const code = liveDefinition?.terms?.pointType;
  return program.pointTypes.find((type) => type.code === code) ?? program.pointType;
}
