import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { writePrivateFile } from "@/lib/db/private-file";
import { startChild } from "./child";
import { Sentence } from "./sentence";
import { bold, dim, say } from "./terminal";

const demoFile = z.object({
  state: z.enum(["seeding", "done"]),
  merchant: z.object({ email: z.string(), password: z.string() }),
  member: z.object({ email: z.string(), password: z.string() }),
});

/** The demo's sign-ins; kept in the data folder for its owner alone. */
export type Demo = z.infer<typeof demoFile>;

const PROGRAM_SLUG = "bean-and-crumb";

/**
 * Fills an empty database with demo data. A fill that was cut short goes on where it stopped: the data follow
 * from a fixed seed, and what is there already is recognised.
 *
 * @returns `current` when there was nothing to do, `foreign` when the database holds other data.
 */
export async function seedDemo(
  databaseUrl: string,
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
): Promise<"seeded" | "current" | "foreign"> {
  const content = await inspect(databaseUrl);
  const kept = await readDemo(dataDirectory);
  if (content === "other") return "foreign";
  if (content === "demo" && kept?.state !== "seeding") return "current";

  const demo: Demo = kept ?? {
    state: "seeding",
    merchant: { email: "mara@beanandcrumb.example", password: makePassword() },
    member: { email: "amira@example.com", password: makePassword() },
  };
  const path = join(dataDirectory, "demo.json");
  await writePrivateFile(path, JSON.stringify({ ...demo, state: "seeding" }));
  const seed = startChild(["--import", "tsx", "--conditions=react-server", "prisma/seed/index.ts"], {
    ...environment,
    LOG_LEVEL: "error",
    DEMO_MERCHANT_PASSWORD: demo.merchant.password,
    DEMO_MEMBER_PASSWORD: demo.member.password,
  });
  const ended = await seed.ended;
  if (ended !== "exit code 0") {
    process.stderr.write(seed.output());
    throw new Sentence(`The demo data could not be made (${ended}); what happened is above.`);
  }
  await writePrivateFile(path, JSON.stringify({ ...demo, state: "done" }));
  return "seeded";
}

/** Prints where the demo's people sign in, as long as the demo's program is there. */
export async function printDemo(databaseUrl: string, dataDirectory: string, address: string): Promise<void> {
  const demo = await readDemo(dataDirectory);
  if (!demo || (await inspect(databaseUrl)) !== "demo") return;
  say(`Merchant portal   ${bold(`${address}/sign-in`)}`);
  say(`                  ${demo.merchant.email}  ${demo.merchant.password}`);
  say(
    dim(
      "                  same password: jonas@ (admin), selin@ (marketer), pavel@ (analyst), noor@ (support),",
    ),
  );
  say(dim("                  theo@ (cashier)"));
  say(dim("                  lea@alpineroasters.example (reward partner), ole@muehlenord.example (sponsor)"));
  say(`Member wallet     ${bold(`${address}/club/${PROGRAM_SLUG}`)}`);
  say(`                  ${demo.member.email}  ${demo.member.password}`);
  say(dim("                  (demo sign-ins, made up for this installation)"));
}

async function inspect(databaseUrl: string): Promise<"empty" | "demo" | "other"> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ filled: boolean; demo: boolean }>(
      `select exists (select from organization) as filled,
              exists (select from program where slug = $1)
                or not exists (select from program) as demo`,
      [PROGRAM_SLUG],
    );
    if (!rows[0]?.filled) return "empty";
    return rows[0].demo ? "demo" : "other";
  } finally {
    await client.end();
  }
}

async function readDemo(dataDirectory: string): Promise<Demo | null> {
  const text = await readFile(join(dataDirectory, "demo.json"), "utf8").catch(() => null);
  return text === null ? null : demoFile.parse(JSON.parse(text));
}

/** Twelve characters that are easy to read out: about 60 bits. */
function makePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return `${group()}-${group()}-${group()}`;
}
