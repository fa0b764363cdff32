import {
  type Answer,
  founderOf,
  GRACE_DAYS,
  MEMBERS,
  type MemberView,
  type Move,
  nameOf,
  POOLS,
  type PoolMove,
  type Rules,
  type TriedLedger,
  VISIT_LIMIT,
  VISIT_POINTS,
} from "./moves";

/**
 * The ledger as the rules describe it, in plain arrays and the plainest words, for random tests to hold the real one
 * against. It shares no code with it, and knows neither accounts nor transfers nor lanes.
 */

type Lot = {
  number: number;
  cause: number;
  left: number;
  pinned: number;
  /** `9999` after every day. */
  lastDay: string;
  sliding: boolean;
  activeSince: string | null;
  activeOn: string | null;
  activeBy: string | null;
};
type Pocket = {
  lots: Lot[];
  owed: number;
  /** Until when sliding lots are usable. */
  slidesTo: string | null;
  /** The latest day on which the member earned or spent. */
  activeOn: string;
};
type Hold = { member: number; until: number; isOpen: boolean; pins: { lot: Lot; points: number }[] };
type Purchase = {
  member: number;
  isPosted: boolean;
  lines: { quantityMilli: number; back: number | null; points: number; stars: number }[];
  lot: Lot | null;
  starLot: Lot | null;
};
type Event = {
  number: number;
  move: Extract<Move, { do: "purchase" | "return" | "visit" | "flown" }>;
  at: number;
  member: number;
  /** The purchase that it names, by the number of its event; -1 for none that there is. */
  purchase: number;
};
type Pool = {
  owner: number;
  isThere: boolean;
  parts: { member: number; isIn: boolean; joinedAt: number; contributed: number }[];
};
type Arrival = { to: number; day: string; lots: { points: number; lastDay: string; sliding: boolean }[] };
/** What was done at the counter and can be undone: points that were drawn, or given. */
type Entry = { member: number; isReversed: boolean } & (
  | { drawn: { lot: Lot; points: number }[] }
  | { lot: Lot | null; points: number; paid: number }
);
/** What waits, in the order in which it came. */
type Queued = { place: number } & ({ event: Event } | { arrival: Arrival });

const HOUR = 3_600_000;
const NEVER = "9999";

export class ReferenceLedger implements TriedLedger {
  readonly #rules: Rules;
  readonly #pockets: { points: Pocket; stars: Pocket }[] = [];
  readonly #statements: { delta: number; balanceAfter: number }[][] = [];
  readonly #events: Event[] = [];
  readonly #purchases = new Map<number, Purchase>();
  readonly #holds: Hold[] = [];
  readonly #pools: Pool[] = [];
  readonly #entries: Entry[] = [];
  readonly #visits = new Map<string, number>();
  #queue: Queued[] = [];
  #dead: Queued[] = [];
  #came = 0;
  #lots = 0;
  #now: number;
  #closedDay: string;

  constructor(rules: Rules) {
    this.#rules = rules;
    this.#now = Date.parse(rules.start);
    this.#closedDay = this.#today;
    // Members come first, then pools.
    for (let party = 0; party < MEMBERS + POOLS; party += 1) {
      this.#pockets.push({ points: newPocket(), stars: newPocket() });
      this.#statements.push([]);
    }
    for (let pool = 0; pool < POOLS; pool += 1) {
      const owner = founderOf(pool);
      const founder = { member: owner, isIn: true, joinedAt: this.#now, contributed: 0 };
      this.#pools.push({ owner, isThere: true, parts: [founder] });
    }
  }

  act(move: Move): Answer {
    switch (move.do) {
      case "purchase":
      case "return":
      case "visit":
      case "flown":
        return this.#accept(move);
      case "again":
      case "post":
        if (move.do === "post") this.#post();
        return "done";
      case "retry":
        this.#queue.push(...this.#dead);
        this.#queue.sort((one, other) => one.place - other.place);
        this.#dead = [];
        return "done";
      case "wait":
        this.#now += move.hours * HOUR;
        return "done";
      case "endOfDay":
        this.#endDays();
        return "done";
      case "capture":
      case "release":
        return this.#settle(move);
      case "join":
      case "leave":
      case "handOver":
      case "give":
      case "payOut":
      case "poolSpend":
      case "dissolve":
        return this.#inPool(move, this.#pools[move.pool]);
      case "reverse":
        return this.#reverse(this.#entries[nameOf(move.entry, this.#entries.length)]);
      default:
        return this.#atCounter(move);
    }
  }

  view(): MemberView[] {
    return this.#pockets.map(({ points, stars }, member) => {
      const active = points.lots.filter((lot) => lot.activeSince !== null);
      return {
        available: sum(active.map((lot) => lot.left)),
        held: sum(points.lots.map((lot) => lot.pinned)),
        pending: sum(points.lots.map((lot) => (lot.activeSince === null ? lot.left : 0))),
        owed: points.owed,
        lots: points.lots
          .filter((lot) => lot.left > 0)
          .map((lot) => ({
            remaining: lot.left,
            reserved: lot.pinned,
            lastDay: lot.sliding || lot.activeSince === null ? NEVER : lot.lastDay,
            waitsFor: lot.activeSince === null ? (lot.activeOn ?? lot.activeBy) : null,
          })),
        stars: sum(stars.lots.map((lot) => lot.left)),
        starsOwed: stars.owed,
        statement: this.#statements[member] ?? [],
      };
    });
  }

  get #today(): string {
    return this.#dayOf(this.#now);
  }

  #dayOf(instant: number): string {
    return new Date(instant).toLocaleDateString("sv-SE", { timeZone: this.#rules.timeZone });
  }

  #pocket(member: number): Pocket {
    const pockets = this.#pockets[member];
    if (pockets === undefined) throw new Error("no such member");
    return pockets.points;
  }

  #note(member: number, before: number, alsoNothing = true): void {
    const balanceAfter = this.#balance(member);
    if (alsoNothing || balanceAfter !== before) {
      this.#statements[member]?.push({ delta: balanceAfter - before, balanceAfter });
    }
  }

  #balance(member: number): number {
    return sum(this.#pocket(member).lots.map((lot) => (lot.activeSince === null ? 0 : lot.left)));
  }

  #accept(move: Event["move"]): Answer {
    const event = this.#eventOf(move);
    this.#events.push(event);
    if (move.do === "purchase") {
      this.#purchases.set(event.number, {
        member: move.member,
        isPosted: false,
        lines: move.lines.map(({ amountMinor, quantity }) => ({
          quantityMilli: Math.round(quantity * 1_000),
          back: null,
          points: Math.floor(amountMinor / 100),
          stars: Math.floor(amountMinor / 50),
        })),
        lot: null,
        starLot: null,
      });
    }
    this.#await({ event });
    return "done";
  }

  #await(item: { event: Event } | { arrival: Arrival }): void {
    this.#came += 1;
    this.#queue.push({ place: this.#came, ...item });
  }

  #eventOf(move: Event["move"]): Event {
    const numbers = [...this.#purchases.keys()];
    const named = "purchase" in move && move.purchase !== null ? nameOf(move.purchase, numbers.length) : -1;
    const purchase = numbers[named] ?? -1;
    const member = move.member ?? this.#purchases.get(purchase)?.member ?? 0;
    return { number: this.#events.length, move, at: this.#now - move.hoursLate * HOUR, member, purchase };
  }

  #post(): void {
    const queue = this.#queue;
    this.#queue = [];
    for (const item of queue) {
      if ("arrival" in item) this.#arrive(item.arrival);
      else {
        const { member } = item.event;
        const before = this.#balance(member);
        if (this.#postEvent(item.event)) this.#note(member, before);
        else this.#dead.push(item);
      }
    }
  }

  #postEvent({ number, move, at, member, purchase: named }: Event): boolean {
    const day = this.#dayOf(at);
    switch (move.do) {
      case "purchase": {
        const purchase = this.#purchases.get(number);
        if (purchase === undefined) throw new Error("a purchase is known");
        purchase.isPosted = true;
        const points = sum(purchase.lines.map((line) => line.points));
        purchase.lot = this.#earn(member, points, number, day);
        const stars = this.#pockets[member]?.stars;
        if (stars)
          purchase.starLot = this.#credit(
            stars,
            sum(purchase.lines.map((line) => line.stars)),
            number,
            day,
            true,
          );
        return true;
      }
      case "visit": {
        const key = `${member} ${day}`;
        const points = Math.min(VISIT_POINTS, VISIT_LIMIT - (this.#visits.get(key) ?? 0));
        this.#visits.set(key, (this.#visits.get(key) ?? 0) + points);
        this.#earn(member, points, number, day);
        return true;
      }
      case "flown": {
        const ofPurchase = move.purchase === null ? null : named;
        for (const lot of this.#pocket(member).lots) {
          const isOfIt = ofPurchase === null || lot.cause === ofPurchase;
          if (lot.activeSince === null && lot.activeBy === "flown" && lot.left > 0 && isOfIt) {
            this.#activate(this.#pocket(member), lot, day, day);
          }
        }
        return true;
      }
      case "return":
        return this.#giveBack(move, member, this.#purchases.get(named));
    }
  }

  #giveBack(move: Extract<Move, { do: "return" }>, member: number, purchase: Purchase | undefined): boolean {
    if (purchase === undefined || !purchase.isPosted || purchase.member !== member) return false;
    const after = purchase.lines.map((line) => line.back);
    if (move.line === null) {
      if (purchase.lines.every((line) => line.back === line.quantityMilli)) return false;
      purchase.lines.forEach((line, index) => {
        after[index] = line.quantityMilli;
      });
    } else {
      const line = purchase.lines[move.line];
      if (line === undefined) return false;
      const total = (line.back ?? 0) + Math.round(move.quantity * 1_000);
      if (total > line.quantityMilli) return false;
      after[move.line] = total;
    }
    const due = (of: "points" | "stars") =>
      sum(
        purchase.lines.map((line, index) => {
          const share = (back: number | null) =>
            back === null ? 0 : Math.floor((line[of] * back) / line.quantityMilli);
          return share(after[index] ?? null) - share(line.back);
        }),
      );
    const points = due("points");
    const stars = due("stars");
    purchase.lines.forEach((line, index) => {
      line.back = after[index] ?? null;
    });
    this.#takeBack(this.#pocket(member), points, purchase.lot, this.#rules.returnPolicy);
    const starPocket = this.#pockets[member]?.stars;
    if (starPocket) this.#takeBack(starPocket, stars, purchase.starLot, "debt");
    return true;
  }

  #takeBack(pocket: Pocket, points: number, own: Lot | null, policy: Rules["returnPolicy"]): void {
    let rest = points;
    const take = (lot: Lot) => {
      const taken = Math.min(rest, lot.left - lot.pinned);
      lot.left -= taken;
      rest -= taken;
    };
    if (own !== null && (policy !== "only_pending" || own.activeSince === null)) take(own);
    if (policy === "only_pending") return;
    for (const lot of pocket.lots.filter((lot) => lot.activeSince !== null).sort(bySoonest)) take(lot);
    if (policy === "debt") pocket.owed += rest;
  }

  #earn(member: number, points: number, cause: number, day: string): Lot | null {
    const pocket = this.#pocket(member);
    const lot = this.#credit(pocket, points, cause, day, false);
    if (points > 0) this.#active(pocket, day);
    return lot;
  }

  /** Pays what is owed, and puts the rest into a lot by the rules of the program, or of stars. */
  #credit(
    pocket: Pocket,
    points: number,
    cause: number,
    day: string,
    isStars: boolean,
    isAtOnce = isStars,
  ): Lot | null {
    const paid = Math.min(pocket.owed, points);
    pocket.owed -= paid;
    if (points === paid) return null;
    const { expiry, pending } = this.#rules;
    const lot = this.#newLot(pocket, points - paid, cause);
    if (!isAtOnce && pending.kind === "event") lot.activeBy = pending.name;
    else {
      const from = !isAtOnce && pending.kind === "period" ? plusDays(day, pending.days) : day;
      if (from > this.#today && from > day) lot.activeOn = from;
      else {
        lot.activeSince = day;
        if (!isStars) {
          lot.sliding = expiry.kind === "sliding";
          lot.lastDay = lastDay(expiry, from);
        }
      }
    }
    return lot;
  }

  #newLot(pocket: Pocket, points: number, cause: number): Lot {
    this.#lots += 1;
    const lot: Lot = {
      number: this.#lots,
      cause,
      left: points,
      pinned: 0,
      lastDay: NEVER,
      sliding: false,
      activeSince: null,
      activeOn: null,
      activeBy: null,
    };
    pocket.lots.push(lot);
    return lot;
  }

  #activate(pocket: Pocket, lot: Lot, since: string, countsFrom: string): void {
    const { expiry } = this.#rules;
    lot.activeSince = since;
    lot.sliding = expiry.kind === "sliding";
    lot.lastDay = lastDay(expiry, countsFrom);
    if (lot.sliding) this.#slide(pocket, since);
  }

  /** Earning and spending keep sliding points. */
  #active(pocket: Pocket, day: string): void {
    if (day > pocket.activeOn) pocket.activeOn = day;
    this.#slide(pocket, day);
  }

  /** A slide whose last day is over stays where it is, until the end of a day settles it. */
  #slide(pocket: Pocket, day: string): void {
    const { expiry } = this.#rules;
    if (expiry.kind !== "sliding") return;
    const until = plusDays(day, expiry.count);
    if (pocket.slidesTo === null || (pocket.slidesTo >= day && pocket.slidesTo < until))
      pocket.slidesTo = until;
  }

  #isOver(pocket: Pocket, lot: Lot, today: string): boolean {
    if (lot.activeSince === null) return false;
    if (!lot.sliding) return lot.lastDay < today;
    return pocket.slidesTo !== null && pocket.slidesTo < today && lot.activeSince <= pocket.slidesTo;
  }

  /** What can be drawn, soonest expiry first and then the oldest; null when it is not enough. */
  #choose(pocket: Pocket, points: number): { lot: Lot; points: number }[] | null {
    const usable = pocket.lots
      .filter(
        (lot) => lot.activeSince !== null && lot.left > lot.pinned && !this.#isOver(pocket, lot, this.#today),
      )
      .sort(bySoonest);
    if (sum(usable.map((lot) => lot.left - lot.pinned)) < points) return null;
    let rest = points;
    return usable.flatMap((lot) => {
      const taken = Math.min(rest, lot.left - lot.pinned);
      rest -= taken;
      return taken === 0 ? [] : [{ lot, points: taken }];
    });
  }

  #atCounter(move: Extract<Move, { do: "spend" | "hold" | "credit" | "debit" | "send" }>): Answer {
    const { member, points } = move;
    const pocket = this.#pocket(member);
    const before = this.#balance(member);
    if (move.do === "credit") {
      const owed = pocket.owed;
      const lot = this.#credit(pocket, points, -1, this.#today, false, true);
      this.#entries.push({ member, isReversed: false, lot, points, paid: owed - pocket.owed });
      this.#note(member, before);
      return "done";
    }
    if (move.do === "send" && move.to === member) return "refused";
    const parts = this.#choose(pocket, points);
    if (parts === null) return "refused";
    if (move.do === "hold") {
      for (const part of parts) part.lot.pinned += part.points;
      const until = this.#now + move.minutes * 60_000;
      this.#holds.push({ member, until, isOpen: true, pins: parts });
    } else {
      for (const part of parts) part.lot.left -= part.points;
      if (move.do === "spend") this.#active(pocket, this.#today);
      if (move.do === "send") this.#send(pocket, parts, move.to);
      else this.#entries.push({ member, isReversed: false, drawn: parts });
    }
    this.#note(member, before);
    return "done";
  }

  #send(pocket: Pocket, parts: { lot: Lot; points: number }[], to: number): void {
    const lots: Arrival["lots"] = [];
    for (const { lot, points } of parts) {
      const slides = lot.sliding && pocket.slidesTo !== null && pocket.slidesTo >= this.#today;
      const lastDay = slides ? (pocket.slidesTo ?? NEVER) : lot.lastDay;
      const sliding = lot.sliding && !slides;
      const same = lots.find((sent) => sent.lastDay === lastDay && sent.sliding === sliding);
      if (same) same.points += points;
      else lots.push({ points, lastDay, sliding });
    }
    this.#await({ arrival: { to, day: this.#today, lots } });
  }

  #inPool(move: PoolMove, pool: Pool | undefined): Answer {
    if (pool === undefined || !pool.isThere) return "refused";
    if (move.do === "dissolve") return this.#dissolve(MEMBERS + move.pool, pool);
    const part = pool.parts.find(({ member }) => member === move.member);
    if (move.do === "join") {
      if (part?.isIn) return "refused";
      if (part) Object.assign(part, { isIn: true, joinedAt: this.#now });
      else pool.parts.push({ member: move.member, isIn: true, joinedAt: this.#now, contributed: 0 });
      return "done";
    }
    if (part === undefined || !part.isIn) return "refused";
    if (!("points" in move)) {
      if (pool.owner === move.member) return "refused";
      if (move.do === "leave") part.isIn = false;
      else pool.owner = move.member;
      return "done";
    }
    const party = MEMBERS + move.pool;
    const [from, to] = move.do === "give" ? [move.member, party] : [party, move.member];
    const pocket = this.#pocket(from);
    const parts = this.#choose(pocket, move.points);
    if (parts === null) return "refused";
    const before = this.#balance(from);
    for (const { lot, points } of parts) lot.left -= points;
    if (move.do === "poolSpend") {
      this.#active(pocket, this.#today);
      this.#entries.push({ member: party, isReversed: false, drawn: parts });
    } else this.#send(pocket, parts, to);
    if (move.do === "give") part.contributed += move.points;
    this.#note(from, before);
    return "done";
  }

  /** What is left goes to who is in the pool, by what each has given: the whole of it, and each lot like the whole. */
  #dissolve(party: number, pool: Pool): Answer {
    if (this.#queue.some((item) => "arrival" in item && item.arrival.to === party)) return "refused";
    const pocket = this.#pocket(party);
    const usable = pocket.lots.filter(
      (lot) => lot.activeSince !== null && !this.#isOver(pocket, lot, this.#today),
    );
    const parts = this.#choose(pocket, sum(usable.map((lot) => lot.left))) ?? [];
    const heirs = pool.parts
      .filter(({ isIn }) => isIn)
      .sort((one, other) => one.joinedAt - other.joinedAt || one.member - other.member);
    const missing = divide(
      sum(parts.map(({ points }) => points)),
      heirs.map(({ contributed }) => contributed),
    );
    const shares: { lot: Lot; points: number }[][] = heirs.map(() => []);
    for (const { lot, points } of parts) {
      divide(points, missing).forEach((own, heir) => {
        missing[heir] = (missing[heir] ?? 0) - own;
        if (own > 0) shares[heir]?.push({ lot, points: own });
      });
    }
    heirs.forEach(({ member }, heir) => {
      const share = shares[heir] ?? [];
      if (share.length === 0) return;
      const before = this.#balance(party);
      for (const { lot, points } of share) lot.left -= points;
      this.#send(pocket, share, member);
      this.#note(party, before);
    });
    pool.isThere = false;
    return "done";
  }

  #arrive({ to, day, lots }: Arrival): void {
    const before = this.#balance(to);
    for (const { points, lastDay, sliding } of lots) {
      const lot = this.#newLot(this.#pocket(to), points, -1);
      Object.assign(lot, { activeSince: day, lastDay, sliding });
    }
    this.#note(to, before);
  }

  #settle(move: Extract<Move, { do: "capture" | "release" }>): Answer {
    const hold = this.#holds[nameOf(move.hold, this.#holds.length)];
    if (hold === undefined || !hold.isOpen) return "refused";
    if (move.do === "release" || hold.until <= this.#now) {
      this.#giveUp(hold);
      return move.do === "release" ? "done" : "refused";
    }
    const pinned = sum(hold.pins.map((pin) => pin.points));
    const wanted = move.points ?? pinned;
    if (wanted > pinned) return "refused";
    const before = this.#balance(hold.member);
    let rest = wanted;
    const drawn: { lot: Lot; points: number }[] = [];
    for (const pin of [...hold.pins].sort((one, other) => bySoonest(one.lot, other.lot))) {
      const taken = Math.min(rest, pin.points);
      rest -= taken;
      pin.points -= taken;
      pin.lot.left -= taken;
      pin.lot.pinned -= taken;
      drawn.push({ lot: pin.lot, points: taken });
    }
    this.#entries.push({ member: hold.member, isReversed: false, drawn });
    this.#active(this.#pocket(hold.member), this.#today);
    this.#note(hold.member, before);
    if (wanted === pinned) hold.isOpen = false;
    else if (move.final) this.#giveUp(hold);
    return "done";
  }

  #giveUp(hold: Hold): void {
    const before = this.#balance(hold.member);
    for (const pin of hold.pins) pin.lot.pinned -= pin.points;
    hold.isOpen = false;
    this.#note(hold.member, before);
  }

  /** Drawn points go back to their lots, with some days of grace where it is too late; given ones are taken again. */
  #reverse(entry: Entry | undefined): Answer {
    if (entry === undefined || entry.isReversed) return "refused";
    if (this.#pools[entry.member - MEMBERS]?.isThere === false) return "refused";
    entry.isReversed = true;
    const pocket = this.#pocket(entry.member);
    const before = this.#balance(entry.member);
    if ("drawn" in entry) {
      for (const { lot, points } of entry.drawn) {
        if (points > 0 && this.#isOver(pocket, lot, this.#today)) {
          Object.assign(lot, { lastDay: plusDays(this.#today, GRACE_DAYS), sliding: false });
        }
        lot.left += points;
      }
    } else {
      this.#takeBack(pocket, entry.points - entry.paid, entry.lot, "debt");
      pocket.owed += entry.paid;
    }
    this.#note(entry.member, before);
    return "done";
  }

  /** Gives holds back whose time is up, and closes every day that has begun. */
  #endDays(): void {
    for (const hold of this.#holds) if (hold.isOpen && hold.until <= this.#now) this.#giveUp(hold);
    while (this.#closedDay < this.#today) {
      this.#closedDay = plusDays(this.#closedDay, 1);
      const day = this.#closedDay;
      this.#pockets.forEach(({ points }, member) => {
        const before = this.#balance(member);
        for (const lot of points.lots) {
          if (lot.activeSince === null && lot.left > 0 && lot.activeOn !== null && lot.activeOn <= day) {
            this.#activate(points, lot, day, lot.activeOn);
          }
        }
        this.#note(member, before, false);
        this.#expire(points, member, day);
      });
    }
  }

  #expire(pocket: Pocket, member: number, day: string): void {
    const before = this.#balance(member);
    const over = pocket.lots.filter((lot) => lot.left > lot.pinned && this.#isOver(pocket, lot, day));
    for (const lot of over) lot.left = lot.pinned;
    this.#note(member, before, false);
    const isLookedAt = over.length > 0 || pocket.lots.some((lot) => lot.sliding);
    const isHeld = pocket.lots.some((lot) => lot.pinned > 0);
    if (!isLookedAt || isHeld || pocket.slidesTo === null || pocket.slidesTo >= day) return;
    const later = pocket.lots
      .filter((lot) => lot.sliding && lot.left > 0)
      .map((lot) => lot.activeSince ?? "");
    const { expiry } = this.#rules;
    const latest = [...later, ...(later.length > 0 ? [pocket.activeOn] : [])].sort().at(-1);
    pocket.slidesTo =
      latest === undefined || expiry.kind !== "sliding" ? null : plusDays(latest, expiry.count);
  }
}

/** Whole points by weights, equally where there are none; what is over goes to the largest remainders, the first first. */
function divide(total: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  const own = all === 0 ? weights.map(() => 1) : weights;
  const whole = all === 0 ? weights.length : all;
  const shares = own.map((weight) => Math.floor((total * weight) / whole));
  const order = own
    .map((weight, index) => ({ index, rest: (total * weight) % whole }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index);
  for (const { index } of order.slice(0, total - sum(shares))) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

function newPocket(): Pocket {
  return { lots: [], owed: 0, slidesTo: null, activeOn: "" };
}

function bySoonest(one: Lot, other: Lot): number {
  const [a, b] = [one, other].map((lot) => (lot.sliding ? NEVER : lot.lastDay)) as [string, string];
  return a === b ? one.number - other.number : a < b ? -1 : 1;
}

function lastDay(expiry: Rules["expiry"], from: string): string {
  if (expiry.kind === "rolling") return plusDays(from, expiry.count);
  if (expiry.kind !== "calendar") return NEVER;
  const [year = 0, month = 0] = from.split("-").map(Number);
  return new Date(Date.UTC(year, month + expiry.keep, 0)).toISOString().slice(0, 10);
}

function plusDays(day: string, days: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
