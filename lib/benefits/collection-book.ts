import type { BadgeChange, ProgressRow } from "./benefit-plan";
import { advance, fallBack, type Standing } from "./challenge";

type Place = Pick<ProgressRow, "memberId" | "challenge">;

/** Badges and challenges of members as of the events so far. */
export class CollectionBook {
  readonly #progress: Map<string, ProgressRow>;
  readonly #moved = new Set<string>();
  readonly #badges = new Map<string, BadgeChange>();

  constructor(progress: readonly ProgressRow[]) {
    this.#progress = new Map(progress.map((row) => [keyOf(row), row]));
  }

  countBadge(memberId: string, badge: string, delta: 1 | -1): void {
    const row = this.#badges.get(`${memberId} ${badge}`) ?? { memberId, badge, delta: 0 };
    row.delta += delta;
    this.#badges.set(`${memberId} ${badge}`, row);
  }

  /** @returns where the member stands since, and how often the goal was reached by it */
  advance(place: Place, by: number, goal: number): { standing: Standing; times: number } {
    const before = this.#progress.get(keyOf(place));
    const standing = advance(before, by, goal);
    this.#moveTo({ ...place, ...standing });
    return { standing, times: standing.completed - (before?.completed ?? 0) };
  }

  /** @returns whether there was anything to take back */
  fallBack(place: Place, by: number): boolean {
    const before = this.#progress.get(keyOf(place));
    if (before !== undefined) this.#moveTo({ ...before, ...fallBack(before, by) });
    return before !== undefined;
  }

  #moveTo(row: ProgressRow): void {
    this.#progress.set(keyOf(row), row);
    this.#moved.add(keyOf(row));
  }

  close(): { badges: BadgeChange[]; progress: ProgressRow[] } {
    return {
      badges: [...this.#badges.values()].filter(({ delta }) => delta !== 0),
      progress: [...this.#moved].flatMap((key) => this.#progress.get(key) ?? []),
    };
  }
}

function keyOf({ memberId, challenge }: Place): string {
  return `${memberId} ${challenge}`;
}
