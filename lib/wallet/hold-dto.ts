import type { HoldDto, SpendDto } from "./hold-schema";
import type { HoldRow } from "./hold-sql";
import { type ExpiryDay, NEVER, type Purse, type Slice } from "./posting";

export function toHoldDto({ lane: _lane, amount, captured, ...row }: HoldRow): HoldDto {
  const { createdAt, expiresAt, closedAt, ...rest } = row;
  return {
    ...rest,
    points: Number(amount),
    captured: Number(captured),
    remaining: row.state === "open" ? Number(amount - captured) : 0,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

/** What a debit drew, by last day; sliding lots end with the purse's own day. */
export function drawnByDay(purse: Purse, slices: readonly Slice[]): SpendDto["lots"] {
  const days = new Map<string | null, number>();
  for (const { lot: ref, amount } of slices) {
    const lot = purse.lots?.find(({ lotNo }) => lotNo === ref.lotNo);
    const day: ExpiryDay = (lot?.sliding ? purse.slidesTo : lot?.expiresOn) ?? NEVER;
    const key = day === NEVER ? null : day;
    days.set(key, (days.get(key) ?? 0) + amount);
  }
  return [...days].map(([expiresOn, points]) => ({ expiresOn, points }));
}
