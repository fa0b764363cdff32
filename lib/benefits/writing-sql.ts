import { jsonTexts, type SqlTx } from "@/lib/db";
import { insertOccasions } from "@/lib/occasions";
import { deleteMemberships, insertMemberships } from "@/lib/segments";
import type {
  BadgeChange,
  BenefitPlan,
  NewBenefit,
  NewCall,
  NewMessage,
  NewVoucher,
  ProfileChange,
  ProgressRow,
} from "./benefit-plan";

/**
 * Writes what a batch gave and withdrew, in the transaction that holds its lane: a statement for each kind of thing
 * that there is, none where there is nothing.
 */
export async function writeBenefits(
  tx: SqlTx,
  programId: string,
  plan: BenefitPlan,
  now: Date,
): Promise<void> {
  await insertBenefits(tx, programId, plan.benefits, now);
  await withdraw(tx, programId, plan, now);
  await insertVouchers(tx, programId, plan.vouchers, now);
  await changeBadges(tx, programId, plan.badges, now);
  await moveProgress(tx, programId, plan.progress, now);
  await insertMessages(tx, programId, plan.messages, now);
  await insertCalls(tx, programId, plan.calls, now);
  await changeProfiles(tx, programId, plan.profiles);
  const { memberships } = plan;
  await insertMemberships(
    tx,
    programId,
    memberships.filter(({ isIn }) => isIn),
    now,
  );
  await deleteMemberships(
    tx,
    programId,
    memberships.filter(({ isIn }) => !isIn),
  );
  await insertOccasions(tx, programId, plan.occasions, now);
}

async function insertBenefits(
  tx: SqlTx,
  programId: string,
  rows: readonly NewBenefit[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const at = now.toISOString();
  await tx.$executeRaw`
    INSERT INTO benefit (program_id, benefit_id, cause_id, member_id, campaign_id, version, kind, what, detail, state,
                         given_at, withdrawn_at)
    SELECT ${programId}::uuid, benefit_id, cause_id, member_id, campaign_id, version, kind::benefit_kind, what,
           detail::jsonb, (CASE WHEN withdrawn THEN 'withdrawn' ELSE 'given' END)::benefit_state, ${at}::timestamptz,
           CASE WHEN withdrawn THEN ${at}::timestamptz END
    FROM unnest(
      ${rows.map((row) => row.benefitId)}::uuid[], ${rows.map((row) => row.causeId)}::uuid[],
      ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.campaignId)}::uuid[],
      ${rows.map((row) => row.version)}::int[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.what)}::text[], ${jsonTexts(rows.map((row) => JSON.stringify(row.detail)))},
      ${rows.map((row) => row.isWithdrawn)}::boolean[]
    ) AS item (benefit_id, cause_id, member_id, campaign_id, version, kind, what, detail, withdrawn)`;
}

async function withdraw(tx: SqlTx, programId: string, plan: BenefitPlan, now: Date): Promise<void> {
  const at = now.toISOString();
  if (plan.withdrawn.length > 0) {
    await tx.$executeRaw`
      UPDATE benefit SET state = 'withdrawn', withdrawn_at = ${at}::timestamptz
      WHERE program_id = ${programId}::uuid AND benefit_id = ANY (${plan.withdrawn}::uuid[]) AND state = 'given'`;
  }
  if (plan.inherited.length > 0) {
    await tx.$executeRaw`
      UPDATE benefit SET detail = item.detail::jsonb
      FROM unnest(
        ${plan.inherited.map((row) => row.benefitId)}::uuid[],
        ${jsonTexts(plan.inherited.map((row) => JSON.stringify(row.detail)))}
      ) AS item (benefit_id, detail)
      WHERE benefit.program_id = ${programId}::uuid AND benefit.benefit_id = item.benefit_id`;
  }
  if (plan.withdrawnVouchers.length > 0) {
    await tx.$executeRaw`
      UPDATE voucher SET state = 'withdrawn', closed_at = ${at}::timestamptz
      WHERE program_id = ${programId}::uuid AND voucher_id = ANY (${plan.withdrawnVouchers}::uuid[])
        AND state = 'issued'`;
  }
  if (plan.withdrawnCalls.length > 0) {
    await tx.$executeRaw`
      UPDATE webhook_call SET state = 'withdrawn', closed_at = ${at}::timestamptz, next_attempt_at = NULL
      WHERE program_id = ${programId}::uuid AND call_id = ANY (${plan.withdrawnCalls}::uuid[])
        AND state = 'waiting'`;
  }
}

async function insertVouchers(
  tx: SqlTx,
  programId: string,
  rows: readonly NewVoucher[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const at = now.toISOString();
  await tx.$executeRaw`
    INSERT INTO voucher (program_id, voucher_id, member_id, campaign_id, code, name, cost_minor, state, issued_at,
                         expires_on, closed_at)
    SELECT ${programId}::uuid, voucher_id, member_id, campaign_id, code, name, cost_minor,
           (CASE WHEN withdrawn THEN 'withdrawn' ELSE 'issued' END)::voucher_state, ${at}::timestamptz, expires_on,
           CASE WHEN withdrawn THEN ${at}::timestamptz END
    FROM unnest(
      ${rows.map((row) => row.voucherId)}::uuid[], ${rows.map((row) => row.memberId)}::uuid[],
      ${rows.map((row) => row.campaignId)}::uuid[], ${rows.map((row) => row.code)}::text[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.costMinor)}::bigint[],
      ${rows.map((row) => row.expiresOn)}::date[], ${rows.map((row) => row.isWithdrawn)}::boolean[]
    ) AS item (voucher_id, member_id, campaign_id, code, name, cost_minor, expires_on, withdrawn)`;
}

async function changeBadges(
  tx: SqlTx,
  programId: string,
  rows: readonly BadgeChange[],
  now: Date,
): Promise<void> {
  const given = rows.filter(({ delta }) => delta > 0);
  if (given.length > 0) {
    await tx.$executeRaw`
      INSERT INTO badge (program_id, member_id, badge, count, first_given)
      SELECT ${programId}::uuid, member_id, badge, delta, ${now.toISOString()}::timestamptz
      FROM unnest(
        ${given.map((row) => row.memberId)}::uuid[], ${given.map((row) => row.badge)}::text[],
        ${given.map((row) => row.delta)}::int[]
      ) AS item (member_id, badge, delta)
      ON CONFLICT (program_id, member_id, badge) DO UPDATE SET
        count = badge.count + EXCLUDED.count,
        first_given = CASE badge.count WHEN 0 THEN EXCLUDED.first_given ELSE badge.first_given END`;
  }
  const taken = rows.filter(({ delta }) => delta < 0);
  if (taken.length === 0) return;
  await tx.$executeRaw`
    UPDATE badge SET count = greatest(0, badge.count + item.delta)
    FROM unnest(
      ${taken.map((row) => row.memberId)}::uuid[], ${taken.map((row) => row.badge)}::text[],
      ${taken.map((row) => row.delta)}::int[]
    ) AS item (member_id, badge, delta)
    WHERE badge.program_id = ${programId}::uuid AND badge.member_id = item.member_id AND badge.badge = item.badge`;
}

async function moveProgress(
  tx: SqlTx,
  programId: string,
  rows: readonly ProgressRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO challenge_progress (program_id, member_id, challenge, progress, goal, completed, updated_at)
    SELECT ${programId}::uuid, member_id, challenge, progress, goal, completed, ${now.toISOString()}::timestamptz
    FROM unnest(
      ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.challenge)}::text[],
      ${rows.map((row) => row.progress)}::bigint[], ${rows.map((row) => row.goal)}::bigint[],
      ${rows.map((row) => row.completed)}::int[]
    ) AS item (member_id, challenge, progress, goal, completed)
    ON CONFLICT (program_id, member_id, challenge) DO UPDATE SET
      progress = EXCLUDED.progress, goal = EXCLUDED.goal, completed = EXCLUDED.completed,
      updated_at = EXCLUDED.updated_at`;
}

async function insertMessages(
  tx: SqlTx,
  programId: string,
  rows: readonly NewMessage[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO message (program_id, message_id, member_id, title, body, sent_at)
    SELECT ${programId}::uuid, message_id, member_id, title, body, ${now.toISOString()}::timestamptz
    FROM unnest(
      ${rows.map((row) => row.messageId)}::uuid[], ${rows.map((row) => row.memberId)}::uuid[],
      ${rows.map((row) => row.title)}::text[], ${rows.map((row) => row.body)}::text[]
    ) AS item (message_id, member_id, title, body)`;
}

async function insertCalls(tx: SqlTx, programId: string, rows: readonly NewCall[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const at = now.toISOString();
  await tx.$executeRaw`
    INSERT INTO webhook_call (program_id, call_id, campaign_id, member_id, url, topic, body, state, created_at,
                              next_attempt_at, closed_at)
    SELECT ${programId}::uuid, call_id, campaign_id, member_id, url, topic, body,
           (CASE WHEN withdrawn THEN 'withdrawn' ELSE 'waiting' END)::webhook_call_state, ${at}::timestamptz,
           CASE WHEN NOT withdrawn THEN ${at}::timestamptz END, CASE WHEN withdrawn THEN ${at}::timestamptz END
    FROM unnest(
      ${rows.map((row) => row.callId)}::uuid[], ${rows.map((row) => row.campaignId)}::uuid[],
      ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.url)}::text[],
      ${rows.map((row) => row.topic)}::text[], ${jsonTexts(rows.map((row) => row.body))},
      ${rows.map((row) => row.isWithdrawn)}::boolean[]
    ) AS item (call_id, campaign_id, member_id, url, topic, body, withdrawn)`;
}

/** A tier that has been removed since its campaign was launched is left out; tags that others changed stay changed. */
async function changeProfiles(tx: SqlTx, programId: string, rows: readonly ProfileChange[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE member SET
      tier = CASE
        WHEN NOT item.sets_tier THEN member.tier
        WHEN item.tier IS NULL OR EXISTS (
          SELECT FROM tier WHERE tier.program_id = ${programId}::uuid AND tier.code = item.tier) THEN item.tier
        ELSE member.tier END,
      tags = (ARRAY(
        SELECT tag FROM unnest(member.tags) WITH ORDINALITY AS own (tag, place)
        WHERE NOT item.gone ? lower(tag) ORDER BY place
      ) || ARRAY(SELECT jsonb_array_elements_text(item.added)))[1:50]
    FROM (
      SELECT member_id, sets_tier, tier, added::jsonb AS added, gone::jsonb AS gone
      FROM unnest(
        ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.tier !== undefined)}::boolean[],
        ${rows.map((row) => row.tier ?? null)}::text[],
        ${jsonTexts(rows.map((row) => JSON.stringify(row.addedTags)))},
        ${jsonTexts(rows.map((row) => JSON.stringify(goneTags(row))))}
      ) AS item (member_id, sets_tier, tier, added, gone)
    ) AS item
    WHERE member.program_id = ${programId}::uuid AND member.member_id = item.member_id`;
}

/** Of an added tag there may be another spelling. */
function goneTags({ addedTags, removedTags }: ProfileChange): string[] {
  return [...addedTags, ...removedTags].map((tag) => tag.toLowerCase());
}
