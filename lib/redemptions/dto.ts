import type { Actor } from "@/lib/auth/actor";
import type { PaymentRow } from "./payments";
import type { RedemptionRow } from "./row";
import type { PaymentDto, RedemptionDto, StepDto, StepName, StepParty, Tracking } from "./schema";
import type { RedemptionState } from "./states";

/** A redemption as its reader may see it. */
export function toRedemptionDto(
  { actor }: { actor: Actor },
  row: RedemptionRow,
  payment: PaymentRow | null,
): RedemptionDto {
  const isPartner = actor.kind === "partner";
  const isMember = actor.kind === "member";
  const { createdAt, expiresAt, acceptedAt, shippedAt, fulfilledAt, closedAt, holdId: _, ...rest } = row;
  return {
    ...rest,
    memberId: isPartner ? null : row.memberId,
    costMinor: isMember ? null : row.costMinor,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    acceptedAt: acceptedAt?.toISOString() ?? null,
    shippedAt: shippedAt?.toISOString() ?? null,
    fulfilledAt: fulfilledAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    spendId: isPartner ? null : row.spendId,
    voucherId: isPartner ? null : row.voucherId,
    payment: payment === null || isPartner ? null : toPaymentDto(payment),
  };
}

function toPaymentDto(payment: PaymentRow): PaymentDto {
  const { paymentId, provider, amountMinor, currency, state, createdAt, updatedAt } = payment;
  return {
    paymentId,
    provider,
    amountMinor,
    currency,
    state,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

type StoredStep = { state: RedemptionState; what: string; actor: string; detail: unknown; at: Date };

/** Steps that tell of money: the partner has no part in it. */
const OF_MONEY: ReadonlySet<string> = new Set(["paid", "payment_failed", "refund_due", "refunded"]);

/** The steps of a redemption in the order in which they were taken, as the reader may see them. */
export function toStepDtos({ actor }: { actor: Actor }, steps: readonly StoredStep[]): StepDto[] {
  const seen = actor.kind === "partner" ? steps.filter(({ what }) => !OF_MONEY.has(what)) : steps;
  return seen.map(({ state, what, actor: by, detail, at }): StepDto => {
    const { note, tracking } = detail as { note?: string; tracking?: Tracking };
    return {
      what: what as StepName,
      state,
      by: partyOf(by),
      note: note ?? null,
      tracking: tracking ?? null,
      at: at.toISOString(),
    };
  });
}

const PARTIES: Readonly<Record<string, StepParty>> = {
  member: "member",
  partner: "partner",
  user: "program",
  apiKey: "program",
};

function partyOf(actor: string): StepParty {
  if (actor === "system:partner") return "partner";
  return PARTIES[actor.split(":")[0] ?? ""] ?? "system";
}
