type Searchable = {
  label: string;
  note?: string | undefined;
  /** Further words that it is found by. */
  keywords?: string | undefined;
  group?: string | undefined;
};

/**
 * What fits every word of `text`, in its own order. Where nothing does, what fits most of its words: somebody who
 * types "bought coffee" means a way to ask what was bought, although no choice knows of coffee.
 */
export function findChoices<T extends Searchable>(choices: readonly T[], text: string): T[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const scored = choices.map((choice) => {
    const { label, note = "", keywords = "", group = "" } = choice;
    const haystack = `${label} ${note} ${keywords} ${group}`.toLowerCase();
    return { choice, score: words.filter((word) => haystack.includes(word)).length };
  });
  const best = Math.max(...scored.map(({ score }) => score), 0);
  if (best === 0 && words.length > 0) return [];
  return scored.filter(({ score }) => score === best).map(({ choice }) => choice);
}
