import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Sentence } from "./sentence";

export const PROGRAM_USAGE = `A program's campaigns and settings as a file with stable keys.

  npm run program -- export SLUG > program.json     writes the program down
  npm run program -- plan SLUG program.json         says what applying the file would change
  npm run program -- apply SLUG program.json        makes the program what the file says, all of it or nothing
  npm run program -- plan SLUG --from SANDBOX       the same, with another program of the company as the file
  npm run program -- apply SLUG --from SANDBOX

Exit code: 0 done, or nothing to change; 1 it could not be done; 2 a plan that has changes.
`;

export type ProgramOptions =
  | { command: "export"; slug: string }
  | { command: "plan" | "apply"; slug: string; from: { file: string } | { slug: string } };

/** @returns null when help is asked for; @throws Sentence when the options cannot be read */
export function readProgramOptions(args: string[]): ProgramOptions | null {
  const { values, positionals } = readArguments(args);
  const [command, slug, file, ...rest] = positionals;
  if (values.help || command === undefined) return null;
  if (slug === undefined || rest.length > 0) throw new Sentence(`Name one program.\n\n${PROGRAM_USAGE}`);
  if (command === "export") return { command, slug };
  if (command !== "plan" && command !== "apply") {
    throw new Sentence(`There is no command “${command}”.\n\n${PROGRAM_USAGE}`);
  }
  if ((file === undefined) === (values.from === undefined)) {
    throw new Sentence("Name either a file or, with --from, another program.");
  }
  return { command, slug, from: file === undefined ? { slug: values.from ?? "" } : { file } };
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { from: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : "The options cannot be read.");
  }
}

/** @throws Sentence when the file cannot be read or is no JSON */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Sentence(`${file} cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Sentence(`${file} is not JSON.`);
  }
}
