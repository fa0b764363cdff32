import { parseArgs } from "node:util";
import { z } from "zod";

/** One figure of the table: a value for each round, of which the median counts. */
export const measurement = z.object({
  part: z.string(),
  name: z.string(),
  /** `events/s`, `ms`, `bytes`, … */
  unit: z.string(),
  rounds: z.array(z.number()).min(1),
  /** What one needs to know to read the figure. */
  note: z.string().optional(),
});
export type Measurement = z.infer<typeof measurement>;

export type PartOptions = {
  rounds: number;
  /** How long a part that goes by the clock lasts. */
  minutes: number;
  /** Folder for the profiles of the product's processes; undefined: they are not profiled. */
  profileFolder: string | undefined;
};

/** The options that `npm run bench` hands on to each part. */
export function partOptions(): PartOptions {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "3" },
      minutes: { type: "string", default: "10" },
      profile: { type: "string" },
    },
  });
  return { rounds: Number(values.rounds), minutes: Number(values.minutes), profileFolder: values.profile };
}

/** Runs one part in this process and hands its figures to the process that started it. */
export async function runPart(work: (options: PartOptions) => Promise<Measurement[]>): Promise<void> {
  const measurements = await work(partOptions());
  if (process.send) {
    await new Promise((sent) => process.send?.(measurements, undefined, {}, sent));
    process.disconnect();
  } else {
    process.stdout.write(`${JSON.stringify(measurements, null, 2)}\n`);
  }
  process.exit(0);
}

export function progress(line: string): void {
  process.stderr.write(`  ${line}\n`);
}
