/** What a form still waits for before it is whole, such as pictures that are being sent. */
export class Arrivals {
  readonly #underWay = new Set<Promise<boolean>>();

  /** @param arrival resolves to whether it came; never rejects */
  expect(arrival: Promise<boolean>): void {
    this.#underWay.add(arrival);
    void arrival.then(() => this.#underWay.delete(arrival));
  }

  /**
   * Waits until nothing is under way any more, what has set off meanwhile included.
   * @returns whether all of it came
   */
  async settled(): Promise<boolean> {
    let all = true;
    while (this.#underWay.size > 0) {
      const came = await Promise.all(this.#underWay);
      all &&= came.every(Boolean);
    }
    return all;
  }
}
