import type { CampaignDefinition } from "../schema";
import { compileCounter, counterOf, historyConditionsIn } from "./counters";
import type { Counter } from "./history";
import { LocalClock } from "./local-clock";
import { LineSelectors } from "./selection";
import type { Counting } from "./step";

/** Compiles counters for counting alone, whether a campaign in force asks for them or not. */
export function compileCounters(counters: readonly Counter[], timeZone: string): Counting {
  const selectors = new LineSelectors();
  const countersByType = new Map<string, ReturnType<typeof compileCounter>[]>();
  for (const counter of counters) {
    const compiled = compileCounter(counter, selectors);
    const same = countersByType.get(counter.of.event);
    if (same) same.push(compiled);
    else countersByType.set(counter.of.event, [compiled]);
  }
  return { clock: new LocalClock(timeZone), countersByType };
}

/** The counters that a campaign's conditions ask, each once. */
export function countersOf({ condition }: Pick<CampaignDefinition, "condition">): Counter[] {
  const selectors = new LineSelectors();
  const found = new Map<string, Counter>();
  for (const asked of historyConditionsIn(condition)) {
    const { key, of, distinct } = counterOf(asked, selectors);
    found.set(key, { key, of, distinct });
  }
  return [...found.values()];
}
