import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { db } from "@/lib/db";
import type { CounterActionKind } from "@/lib/db/generated/enums";

export type DoneAtCounter = {
  /** Of the ticket that it was done with. */
  actionId: string;
  at: Date;
  kind: CounterActionKind;
  memberId: string;
  name?: string;
  points?: number | null;
  amountMinor?: number;
  receipt?: string | undefined;
  subjectId?: string;
};

/** Notes what was done, once for each ticket, for the list of whoever did it. */
export async function noteAction(ctx: Ctx, { points, ...done }: DoneAtCounter): Promise<void> {
  const { receipt, ...rest } = done;
  await (ctx.tx ?? db()).counterAction.createMany({
    data: [
      {
        ...rest,
        programId: ctx.programId,
        actor: actorRef(ctx.actor),
        ...(points !== undefined && { points }),
        ...(receipt !== undefined && { receipt }),
      },
    ],
    skipDuplicates: true,
  });
}

/** Notes that something was taken back by whoever did it. @param of the action itself, or what it was about */
export async function noteUndone(ctx: Ctx, of: { actionId: string } | { subjectId: string }): Promise<void> {
  const { programId, clock, actor } = ctx;
  await (ctx.tx ?? db()).counterAction.updateMany({
    where: { programId, actor: actorRef(actor), undoneAt: null, ...of },
    data: { undoneAt: clock.now() },
  });
}
