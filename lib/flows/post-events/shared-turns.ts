/**
 * Work that is done for one group of callers at a time: those who come while it is under way make up the group that
 * follows. Whoever comes first never waits for others; a hundred at once make a few groups.
 */
export class SharedTurns<Item, Result> {
  readonly #work: (items: readonly [Item, ...Item[]]) => Promise<Result>;
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #following = new Map<string, { items: [Item, ...Item[]]; result: Promise<Result> }>();

  constructor(work: (items: readonly [Item, ...Item[]]) => Promise<Result>) {
    this.#work = work;
  }

  /**
   * Takes part in the next turn.
   * @param key callers with different keys have nothing to do with each other
   * @returns what the work for the group came to
   */
  join(key: string, item: Item): Promise<Result> {
    const group = this.#following.get(key);
    if (group) {
      group.items.push(item);
      return group.result;
    }
    const before = this.#running.get(key);
    if (!before) return this.#start(key, [item]);
    const items: [Item] = [item];
    const start = () => {
      this.#following.delete(key);
      return this.#start(key, items);
    };
    const result = before.then(start, start);
    this.#following.set(key, { items, result });
    return result;
  }

  #start(key: string, items: readonly [Item, ...Item[]]): Promise<Result> {
    const turn = this.#work(items).finally(() => {
      if (this.#running.get(key) === turn) this.#running.delete(key);
    });
    this.#running.set(key, turn);
    return turn;
  }
}
