/** An entry of a ranking; of equal scores the one whose id comes first ranks higher. */
export type Ranked<Entry> = { score: number; id: string; entry: Entry };

/** The few entries with the highest scores, best first: the same, in whatever order they were met. */
export type Ranking<Entry> = Ranked<Entry>[];

/** Whether an entry would be among the best of `size`. */
export function ranks<Entry>(ranking: Ranking<Entry>, size: number, score: number, id: string): boolean {
  const last = ranking[size - 1];
  return last === undefined || score > last.score || (score === last.score && id < last.id);
}

/** Puts an entry where it belongs; whoever comes after the first `size` leaves. */
export function rank<Entry>(ranking: Ranking<Entry>, size: number, ranked: Ranked<Entry>): void {
  if (!ranks(ranking, size, ranked.score, ranked.id)) return;
  let place = ranking.length;
  while (place > 0 && isBefore(ranked, ranking[place - 1])) place -= 1;
  ranking.splice(place, 0, ranked);
  if (ranking.length > size) ranking.pop();
}

/** Takes the entries of another ranking in. */
export function addRanking<Entry>(to: Ranking<Entry>, size: number, more: Ranking<Entry>): void {
  for (const ranked of more) rank(to, size, ranked);
}

function isBefore(one: Ranked<unknown>, other: Ranked<unknown> | undefined): boolean {
  if (other === undefined) return false;
  return one.score > other.score || (one.score === other.score && one.id < other.id);
}
