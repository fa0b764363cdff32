import type { ActionResult } from "@/lib/actions";
import type { VoucherCheck, VoucherDto } from "@/lib/benefits/schema";
import type { CounterActionDto } from "@/lib/flows/serve-at-counter/schema";
import type { RedemptionDto } from "@/lib/redemptions/schema";
import type { RewardOffer } from "@/lib/rewards/schema";

export type Ticket = { id: string; at: string };

/** A member as the counter sees them. */
export type CounterMember = {
  memberId: string;
  name: string;
  cardNumber: string;
  status: "active" | "blocked" | "closed";
  tier: string | null;
  available: number;
  pending: number;
  vouchers: VoucherDto[];
  rewards: RewardOffer[];
  ticket: Ticket;
};

export type Found =
  | { kind: "member"; member: CounterMember }
  | { kind: "members"; members: { memberId: string; name: string; cardNumber: string }[] }
  | { kind: "voucher"; check: VoucherCheck }
  | { kind: "nothing" };

export type Earned = {
  isPosted: boolean;
  points: number;
  balanceAfter: number | null;
  reason: string | null;
  explanation: { title: string; points: number; reason: string }[];
};

export type Redeemed = { redemption: RedemptionDto; voucher: VoucherDto | null };

type InProgram<Input> = Input & { program: string };
type OfMember<Input = object> = InProgram<Input & { memberId: string }>;
type Purchase = { ticket: Ticket; receipt?: string | undefined };

/** What the counter asks of the server. */
export type CounterActions = {
  identify: (input: InProgram<{ text: string; store?: string | undefined }>) => Promise<ActionResult<Found>>;
  open: (input: OfMember) => Promise<ActionResult<CounterMember>>;
  earn: (
    input: OfMember<Purchase & { amountMinor: number; store?: string | undefined }>,
  ) => Promise<ActionResult<Earned>>;
  undoEarn: (input: OfMember<Purchase>) => Promise<ActionResult<Earned>>;
  redeem: (
    input: OfMember<{ rewardId: string; points: number; ticket: Ticket }>,
  ) => Promise<ActionResult<Redeemed>>;
  take: (
    input: InProgram<{ code: string; store?: string | undefined; key: string }>,
  ) => Promise<ActionResult<VoucherDto>>;
  giveBack: (input: InProgram<{ code: string }>) => Promise<ActionResult<VoucherDto>>;
  today: (input: InProgram<object>) => Promise<ActionResult<CounterActionDto[]>>;
  takeBack: (input: InProgram<{ actionId: string }>) => Promise<ActionResult<{ actionId: string }>>;
};
