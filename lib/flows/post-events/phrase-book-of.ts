import type { CompiledRuleSet } from "@/lib/campaigns";
import { makePhraseBook, type PhraseBook } from "@/lib/wallet";

const made = new WeakMap<CompiledRuleSet, PhraseBook>();

/** What the decisions under a rule set have in common. */
export function phraseBookOf(ruleSet: CompiledRuleSet): PhraseBook {
  const known = made.get(ruleSet);
  if (known) return known;
  const campaigns = [...ruleSet.byType].map(([type, own]) => [
    type,
    own.map(({ campaignId, version, name }) => ({ campaignId, version, name })),
  ]);
  const book = makePhraseBook({ campaigns: Object.fromEntries(campaigns), phrases: ruleSet.phrases });
  made.set(ruleSet, book);
  return book;
}
