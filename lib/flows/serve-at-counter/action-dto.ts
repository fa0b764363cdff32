import type { CounterActionKind } from "@/lib/db/generated/enums";

/** Something that whoever stands at the counter did today. Amounts are minor units, instants ISO 8601. */
export type CounterActionDto = {
  actionId: string;
  kind: CounterActionKind;
  at: string;
  memberId: string;
  memberName: string;
  /** Of the reward or voucher; empty for a purchase. */
  name: string;
  /** Earned, or paid for the reward; null where they come by themselves, or for a voucher. */
  points: number | null;
  amountMinor: number | null;
  isUndone: boolean;
  /** Whether it can be taken back now, by whoever did it. */
  canUndo: boolean;
};
