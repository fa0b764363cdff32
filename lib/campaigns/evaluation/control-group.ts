import { md5 } from "./digest";

/**
 * Whether a member is in a campaign's control group: the first eight hex digits of the MD5 of both ids, by 100, are
 * below the group's percentage. The same for ever, another draw for every campaign, and growing the percentage keeps
 * those who are in. In SQL:
 * `('x' || left(md5(campaign_id || ':' || member_id), 8))::bit(32)::bigint % 100 < percent`
 * @param percent 1 to 50
 */
export function isHeldOut(campaignId: string, memberId: string, percent: number): boolean {
  return Number.parseInt(md5(`${campaignId}:${memberId}`).slice(0, 8), 16) % 100 < percent;
}
