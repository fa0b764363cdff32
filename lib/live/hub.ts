import "server-only";
import { log } from "@/lib/config/log";
import { systemClock } from "@/lib/core/clock";
import { listen } from "@/lib/db";
import { LIVE_CHANNEL } from "@/lib/wallet/schema";
import { type Announcement, readAnnouncements } from "./announcements";
import { uuidFloor } from "./uuid-time";

export type Subscriber = (announcements: Announcement[]) => void;

type Watch = {
  subscribers: Set<Subscriber>;
  /** Announcements handed out lately, oldest first; ids of parallel lanes may become visible out of order. */
  seen: Set<string>;
  /** Nothing that was announced before this instant (epoch ms) is news. */
  sinceMs: number;
  reading: boolean;
  again: boolean;
};

/** How far behind its neighbours an announcement may become visible and still be found. */
const OVERLAP_MS = 15_000;
/** How old an announcement may be that commits just after a watcher came. */
const IN_FLIGHT_MS = 2_000;
/** Announcements read at once; a watcher that falls further behind skips to the newest. */
const MAX_ROWS = 200;
/** News of one program is gathered for this long, so that a busy program costs a few queries a second. */
const GATHER_MS = 120;
const MAX_SEEN = 2_000;

/** Fans new postings out to the streams of this process. One database connection listens for all of them. */
class Hub {
  readonly #watches = new Map<string, Watch>();
  #stop: (() => void) | null = null;

  /** Calls `subscriber` for every announcement of the program from now on. @returns unsubscribes */
  subscribe(programId: string, subscriber: Subscriber): () => void {
    this.#stop ??= listen(LIVE_CHANNEL, {
      heard: (changed) => this.#schedule(changed),
      // There may have been news of any program while nobody listened.
      connected: () => {
        for (const watched of this.#watches.keys()) this.#schedule(watched);
      },
    });
    let watch = this.#watches.get(programId);
    if (!watch) {
      watch = {
        subscribers: new Set(),
        seen: new Set(),
        sinceMs: systemClock.now().getTime() - IN_FLIGHT_MS,
        reading: false,
        again: false,
      };
      this.#watches.set(programId, watch);
    }
    watch.subscribers.add(subscriber);
    return () => this.#unsubscribe(programId, subscriber);
  }

  #unsubscribe(programId: string, subscriber: Subscriber): void {
    const watch = this.#watches.get(programId);
    watch?.subscribers.delete(subscriber);
    if (watch?.subscribers.size === 0) this.#watches.delete(programId);
    if (this.#watches.size === 0) {
      this.#stop?.();
      this.#stop = null;
    }
  }

  #schedule(programId: string): void {
    const watch = this.#watches.get(programId);
    if (!watch) return;
    if (watch.reading) {
      watch.again = true;
      return;
    }
    watch.reading = true;
    setTimeout(() => this.#read(programId, watch), GATHER_MS).unref();
  }

  async #read(programId: string, watch: Watch): Promise<void> {
    try {
      const oldestMs = Math.max(systemClock.now().getTime() - OVERLAP_MS, watch.sinceMs);
      const after = uuidFloor(new Date(oldestMs));
      const visible = await readAnnouncements(programId, after, MAX_ROWS);
      const announcements = visible.filter(({ outboxId }) => !watch.seen.has(outboxId));
      for (const { outboxId } of announcements) watch.seen.add(outboxId);
      for (const outboxId of watch.seen) {
        if (watch.seen.size <= MAX_SEEN) break;
        watch.seen.delete(outboxId);
      }
      if (announcements.length > 0) for (const subscriber of watch.subscribers) subscriber(announcements);
    } catch (error) {
      log().error({ err: error }, "reading live announcements failed");
    } finally {
      watch.reading = false;
      if (watch.again) {
        watch.again = false;
        this.#schedule(programId);
      }
    }
  }
}

const globals = globalThis as typeof globalThis & { tesseraHub?: Hub };

/** The process's one hub. It lives on globalThis so that hot reloading keeps a single listener. */
export function hub(): Hub {
  globals.tesseraHub ??= new Hub();
  return globals.tesseraHub;
}
