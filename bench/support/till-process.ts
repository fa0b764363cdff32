import { setTimeout as pause } from "node:timers/promises";
import { newId } from "@/lib/core/ids";
import { Journal, type Request } from "./journal";
import { purchase } from "./purchases";
import { serve } from "./till";

/**
 * A till in a process of its own, which sells, and redeems, until somebody kills it; one that is to close only asks
 * again for what was left open. See bench/crash.ts.
 */
const {
  TILL_JOURNAL = "",
  TILL_PROGRAM = "",
  TILL_URL = "",
  TILL_KEY = "",
  TILL_MEMBERS = "[]",
  TILL_CLOSES,
} = process.env;
const counter = { programId: TILL_PROGRAM, url: TILL_URL, apiKey: TILL_KEY };
const members: string[] = JSON.parse(TILL_MEMBERS);
const journal = new Journal(TILL_JOURNAL);
const BATCH = 200;
const AFTER_FAULT_MS = 100;

const random = (bound: number) => Math.floor(Math.random() * bound);

function nextRequest(): Request {
  const id = newId();
  const memberId = members[random(members.length)] ?? "";
  const kind = random(20);
  if (kind < 2) return { id, kind: "spend", memberId, points: 1 + random(60) };
  if (kind < 4) return { id, kind: "hold", memberId, points: 1 + random(60), captures: random(2) === 0 };
  if (kind < 14) return { id, kind: "event", event: purchase(random, id, members.length, new Date()) };
  const events = Array.from({ length: BATCH }, (_, index) => ({
    ...purchase(random, `${id}-${index}`, members.length, new Date()),
  }));
  return { id, kind: "events", events };
}

for (;;) {
  const [open] = journal.open();
  if (open === undefined && TILL_CLOSES) process.exit(0);
  const request = open ?? nextRequest();
  if (open === undefined) journal.ask(request);
  // What fails stays open and is asked again.
  await serve(counter, journal, request).catch(() => pause(AFTER_FAULT_MS));
}
