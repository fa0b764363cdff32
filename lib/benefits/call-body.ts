import { toTypeId } from "@/lib/core/ids";

type Call = {
  topic: string;
  cause: { causeId: string; memberId: string; occurredAt: Date };
  campaign: { campaignId: string; name: string };
};

/** What a webhook call tells its receiver, in the shape of Standard Webhooks: ids, from which the rest can be read. */
export function callBody({ topic, cause, campaign }: Call): string {
  return JSON.stringify({
    type: topic,
    timestamp: cause.occurredAt.toISOString(),
    data: {
      memberId: toTypeId("mem", cause.memberId),
      eventId: toTypeId("evt", cause.causeId),
      campaign: { id: toTypeId("camp", campaign.campaignId), name: campaign.name },
    },
  });
}
