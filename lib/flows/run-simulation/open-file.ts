import { Invalid } from "@/lib/core/errors";
import type { SqlTx } from "@/lib/db";
import { purchaseKey, type SimulationRequest } from "@/lib/simulations";
import { entriesOf } from "./file-events";
import { type Met, NOTHING_UNDONE, type PastBatch, type PastSource, type SourceContext } from "./past-source";
import { readEvents } from "./read-events";

type FileSource = Extract<SimulationRequest["source"], { kind: "file" }>;

const BATCH = 4_000;

/**
 * The events of an uploaded file. They meet members without a past: what the program's own history holds does not
 * count, so that a file can be tried that history knows already.
 * @throws Invalid when nothing in the file is an event
 */
export async function openFile(
  tx: SqlTx,
  { program, fileKey, now, ruleSetVersion }: SourceContext,
  { mapping }: FileSource,
  members: Map<string, Met>,
): Promise<PastSource> {
  if (fileKey === null) throw new Invalid("The file of this simulation is gone. Upload it again.");
  const { drafts, refused, firstFault } = await readEvents(fileKey, program, mapping, now);
  const entries = await entriesOf(tx, program.programId, drafts, ruleSetVersion, members);
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) {
    throw new Invalid(firstFault ?? "There is no event in this file.");
  }
  const returned = new Set<string>();
  for (const { entry } of entries) {
    if (entry.kind !== "event" || entry.payload.type !== "return") continue;
    returned.add(purchaseKey(entry.payload.purchaseSource, entry.payload.purchaseId));
  }
  return {
    entries: entries.length,
    from: first.entry.occurredAt,
    to: new Date(last.entry.occurredAt.getTime() + 1),
    turnsAt: null,
    willReturn: (key) => returned.has(key),
    undone: NOTHING_UNDONE,
    comesBack: returned.size > 0,
    batches: inBatches(entries),
    refused,
  };
}

async function* inBatches(entries: PastBatch): AsyncGenerator<PastBatch> {
  for (let start = 0; start < entries.length; start += BATCH) yield entries.slice(start, start + BATCH);
}
