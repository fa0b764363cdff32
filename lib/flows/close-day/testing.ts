import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import type { LotTerms } from "@/lib/wallet";
import { closeDays, type DaysReport } from "./close-days";

export const until = (expiresOn: string): LotTerms => ({ state: "active", expiresOn, sliding: false });
export const from = (
  activatesOn: string,
  expiry: Extract<LotTerms, { state: "pending" }>["expiry"] = { kind: "none" },
): LotTerms => ({ state: "pending", activatesOn, activatesBy: null, expiry });

/** Closes the days of a program that are due at an instant. */
export function closeAt(programId: string, instant: string | Date): Promise<DaysReport> {
  return closeDays({ programId, clock: fixedClock(new Date(instant)) });
}

/** Everything that closing days leaves behind, without ids and without the time at which it was done. */
export async function traceOf(programId: string, memberIds: readonly string[]) {
  const members = memberIds.map((memberId, index) => ({ memberId, index }));
  const name = (memberId: string) => members.find((member) => member.memberId === memberId)?.index ?? -1;
  const where = { programId };
  const [accounts, lots, decisions, statements, runs] = await Promise.all([
    db().account.findMany({ where: { ...where, party: { in: [...memberIds] } } }),
    db().lot.findMany({ where }),
    db().decision.findMany({ where, orderBy: [{ lane: "asc" }, { entryNo: "asc" }] }),
    db().statement.findMany({ where }),
    db().dayRun.findMany({ where, orderBy: { day: "asc" } }),
  ]);
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  const owner = new Map(accounts.map((account) => [account.accountId, account]));
  return {
    accounts: sorted(
      accounts.map(({ party, kind, pointTypeNo, balance, held, slidesTo }) =>
        [name(party), pointTypeNo, kind, balance, held, day(slidesTo)].join(" "),
      ),
    ),
    lots: sorted(
      lots.map(({ accountId, expiresOn, granted, remaining, reserved, sliding, activatedAt }) => {
        const account = owner.get(accountId);
        const last = Number.isNaN(expiresOn.getTime()) ? "never" : day(expiresOn);
        const place = [name(account?.party ?? ""), account?.kind, last, granted, remaining, reserved];
        return [...place, sliding, activatedAt?.toISOString()].join(" ");
      }),
    ),
    decisions: sorted(
      decisions.map(({ memberId, kind, delta, transfers, occurredAt, outcome }) =>
        [name(memberId), kind, delta, transfers, occurredAt.toISOString(), subjectOf(outcome)].join(" "),
      ),
    ),
    statements: sorted(
      statements.map(({ programId: _program, memberId, lane: _lane, madeAt: _madeAt, month, ...figures }) =>
        [name(memberId), day(month), ...Object.values(figures)].join(" "),
      ),
    ),
    days: runs.map(({ day: of, state, activatedPoints, activatedLots, expiredPoints, expiredLots, ...run }) =>
      [day(of), state, activatedPoints, activatedLots, expiredPoints, expiredLots, run.statements].join(" "),
    ),
  };
}

function subjectOf(outcome: unknown): string {
  return JSON.stringify((outcome as { subject: unknown }).subject);
}

function sorted(lines: string[]): string[] {
  return lines.sort();
}
