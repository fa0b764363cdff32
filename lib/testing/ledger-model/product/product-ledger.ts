import { requestAdjustment } from "@/lib/adjustments";
import type { Ctx } from "@/lib/auth/context";
import { AppError } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { acceptEvents, retryDeadLetters } from "@/lib/events";
import { closeDays } from "@/lib/flows/close-day";
import { postSlice } from "@/lib/flows/post-events";
import { reverseEntry } from "@/lib/flows/reverse-entry";
import type { MemberDto } from "@/lib/members";
import {
  answerInvitation,
  contributeToPool,
  createPool,
  dissolvePool,
  handOverPool,
  inviteToPool,
  leavePool,
  payFromPool,
  spendFromPool,
} from "@/lib/pools";
import { insertPointType } from "@/lib/programs";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { sendPoints } from "@/lib/transfers";
import { captureHold, expireHolds, placeHold, releaseHold, spendPoints, verifyLedger } from "@/lib/wallet";
import { campaignsOf } from "../campaigns";
import {
  type Answer,
  type CounterMove,
  founderOf,
  type HoldMove,
  MEMBERS,
  type Move,
  nameOf,
  type Occurrence,
  POOLS,
  type PoolMove,
  type Rules,
  type TriedLedger,
  type View,
} from "../moves";
import { readCauses, readViews } from "./views-sql";

const HOUR = 3_600_000;

/** The product itself, on PostgreSQL, through the verbs that its doors call, with a clock that the test sets. */
export class ProductLedger implements TriedLedger {
  readonly #ctx: Ctx;
  readonly #clock: { now: () => Date; time: number };
  readonly #members: MemberDto[];
  readonly #pools: string[];
  readonly #sent: object[] = [];
  readonly #purchases: { id: string; member: number }[] = [];
  readonly #holds: string[] = [];

  private constructor(
    ctx: Ctx,
    clock: { now: () => Date; time: number },
    members: MemberDto[],
    pools: string[],
  ) {
    this.#ctx = ctx;
    this.#clock = clock;
    this.#members = members;
    this.#pools = pools;
  }

  static async open({ timeZone, start, expiry, pending, returnPolicy }: Rules): Promise<ProductLedger> {
    const clock = { time: Date.parse(start), now: () => new Date(clock.time) };
    const program = await makeProgram({ timeZone, lanes: 2 }, clock);
    const { programId, ctx } = program;
    await db().pointType.update({
      where: { programId_pointTypeNo: { programId, pointTypeNo: 1 } },
      data: { expiry, pending, returnPolicy },
    });
    const ledgerPolicy = {
      transfers: { enabled: true, daily: null, monthly: null },
      pools: { enabled: true },
    };
    await db().program.update({ where: { programId }, data: { ledgerPolicy } });
    await withTx(ctx, (tx) =>
      insertPointType(tx, programId, {
        pointTypeNo: 2,
        code: "stars",
        name: "stars",
        spendable: false,
        expiry: { kind: "none" },
        pending: { kind: "immediate" },
        returnPolicy: "debt",
        valuePerThousandMinor: 1_000,
      }),
    );
    await putInForce(programId, campaignsOf());
    const members: MemberDto[] = [];
    for (let member = 0; member < MEMBERS; member += 1) members.push(await makeMember(ctx));
    const pools: string[] = [];
    for (let pool = 0; pool < POOLS; pool += 1) {
      const founder = members[founderOf(pool)]?.memberId ?? "";
      pools.push((await createPool(ctx, founder, { kind: "team", name: `Team ${pool}` })).poolId);
    }
    return new ProductLedger(ctx, clock, members, pools);
  }

  async act(move: Move): Promise<Answer> {
    try {
      return await this.#do(move);
    } catch (error) {
      // Turned down for a reason that the caller is told. Anything else is a fault, and fails the test.
      if (error instanceof AppError && error.status < 500) return error.code;
      throw error;
    }
  }

  async #do(move: Move): Promise<Answer> {
    switch (move.do) {
      case "purchase":
      case "return":
      case "visit":
      case "flown":
        return this.#send(this.#eventOf(move));
      case "again": {
        const event = this.#sent[nameOf(move.event, this.#sent.length)];
        return event === undefined ? "done" : this.#send(event);
      }
      case "post":
        await this.#post(move.limit);
        return "done";
      case "retry":
        await retryDeadLetters(this.#ctx, { all: true });
        return "done";
      case "wait":
        this.#clock.time += move.hours * HOUR;
        return "done";
      case "endOfDay":
        await expireHolds(this.#clock, { programId: this.#ctx.programId });
        await closeDays({ clock: this.#clock, programId: this.#ctx.programId });
        return "done";
      case "join":
      case "leave":
      case "handOver":
      case "give":
      case "payOut":
      case "poolSpend":
      case "dissolve":
        await this.#inPool(move);
        return "done";
      case "reverse":
        await this.#reverse(move);
        return "done";
      case "capture":
      case "release":
        await this.#settle(move);
        return "done";
      default:
        await this.#atCounter(move);
        return "done";
    }
  }

  async #settle(move: HoldMove): Promise<void> {
    const hold = this.#holds[nameOf(move.hold, this.#holds.length)] ?? newId();
    if (move.do === "release") await releaseHold(this.#ctx, hold);
    else {
      const points = move.points === null ? {} : { points: move.points };
      await captureHold(this.#ctx, hold, { final: move.final, ...points });
    }
  }

  /** In a transaction of its own, what a reversal sends to another member waits for the queue to be posted. */
  async #reverse({ party, line }: Extract<Move, { do: "reverse" }>): Promise<void> {
    const causes = await readCauses(this.#ctx.programId, this.#parties()[party] ?? "");
    const cause = causes[nameOf(line, causes.length)] ?? newId();
    await withTx(this.#ctx, (tx) => reverseEntry({ ...this.#ctx, tx }, cause, { reason: "A mistake" }));
  }

  #parties(): string[] {
    return [...this.#members.map(({ memberId }) => memberId), ...this.#pools];
  }

  async #atCounter(move: CounterMove): Promise<void> {
    const ctx = this.#ctx;
    const { points } = move;
    const { memberId } = this.#member(move.member);
    switch (move.do) {
      case "spend":
        await spendPoints(ctx, memberId, { points, reason: "A mug" });
        break;
      case "hold":
        this.#holds.push(
          (await placeHold(ctx, memberId, { points, reason: "A mug", minutes: move.minutes })).holdId,
        );
        break;
      case "credit":
      case "debit": {
        const change = move.do === "credit" ? points : -points;
        await requestAdjustment(ctx, memberId, { points: change, reason: "Goodwill" });
        break;
      }
      case "send":
        await sendPoints(ctx, memberId, { to: { cardNumber: this.#member(move.to).cardNumber }, points });
    }
  }

  async #inPool(move: PoolMove): Promise<void> {
    const ctx = this.#ctx;
    const poolId = this.#pools[move.pool] ?? "";
    if (move.do === "dissolve") {
      await dissolvePool(ctx, poolId);
      return;
    }
    const { memberId } = this.#member(move.member);
    switch (move.do) {
      case "join":
        await inviteToPool(ctx, poolId, { member: { id: memberId }, monthlyLimit: null });
        await answerInvitation(ctx, poolId, { memberId, accepts: true });
        break;
      case "leave":
        await leavePool(ctx, poolId, memberId);
        break;
      case "handOver":
        await handOverPool(ctx, poolId, { memberId });
        break;
      case "give":
        await contributeToPool(ctx, poolId, { memberId, points: move.points });
        break;
      case "payOut":
        await payFromPool(ctx, poolId, { memberId, points: move.points });
        break;
      case "poolSpend":
        await spendFromPool(ctx, poolId, { memberId, points: move.points, reason: "Brunch" });
    }
  }

  async view(): Promise<View> {
    const parties = this.#parties();
    const [views, setAside] = await readViews(this.#ctx.programId);
    return { parties: parties.flatMap((party) => views.get(party) ?? []), setAside };
  }

  /** What is wrong with the books of the program. */
  async findings(): Promise<object[]> {
    return (await verifyLedger(this.#ctx)).findings;
  }

  #member(member: number): MemberDto {
    const found = this.#members[member];
    if (found === undefined) throw new Error("no such member");
    return found;
  }

  async #send(event: object): Promise<Answer> {
    const { rejected } = await acceptEvents(this.#ctx, [event]);
    if (rejected > 0) throw new Error("an event was rejected");
    if (!this.#sent.includes(event)) this.#sent.push(event);
    return "done";
  }

  async #post(limit: number): Promise<void> {
    const { programId } = this.#ctx;
    while ((await postSlice({ programId, limit, clock: this.#clock })) !== null);
    const bug = await db().deadLetter.findFirst({ where: { programId, code: "internal" } });
    if (bug !== null) throw new Error(bug.message);
  }

  #eventOf(move: Occurrence): object {
    const id = `e${this.#sent.length}`;
    const named =
      "purchase" in move && move.purchase !== null
        ? this.#purchases[nameOf(move.purchase, this.#purchases.length)]
        : undefined;
    const member = move.member ?? named?.member ?? 0;
    const common = {
      id,
      member: { id: toTypeId("mem", this.#member(member).memberId) },
      occurredAt: new Date(this.#clock.time - move.hoursLate * HOUR).toISOString(),
    };
    const purchaseId = named?.id ?? "e-none";
    switch (move.do) {
      case "purchase":
        this.#purchases.push({ id, member });
        return { type: "purchase", ...common, currency: "EUR", lines: move.lines };
      case "return": {
        const lines = move.line === null ? {} : { lines: [{ line: move.line, quantity: move.quantity }] };
        return { type: "return", ...common, purchaseId, ...lines };
      }
      case "visit":
        return { type: "custom", name: "visit", ...common };
      case "flown":
        return {
          type: "custom",
          name: "flown",
          ...common,
          ...(move.purchase !== null && { attributes: { purchaseId } }),
        };
    }
  }
}
