import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type ChainHead, chainHead } from "@/lib/wallet/schema";
import { Sentence } from "./sentence";

export const VERIFY_USAGE = `Proves the ledger of every program from its rows, or of those whose slugs are given, while they go on.

  npm run ledger:verify -- [SLUG…]
  npm run ledger:verify -- --heads [SLUG…] > heads.json    only prints where the chains end, to be kept elsewhere
  npm run ledger:verify -- --against heads.json [SLUG…]    the chains must still contain those heads

Exit code: 0 everything holds; 1 something does not, and each place is named, or it could not be done.
`;

export type VerifyOptions = {
  slugs: string[];
  /** Prints heads instead of verifying. */
  heads: boolean;
  /** Heads that were kept. */
  against: ChainHead[];
};

/** @throws Sentence when the options or the kept heads cannot be read; null when help is asked for */
export async function readVerifyOptions(args: string[]): Promise<VerifyOptions | null> {
  const { values, positionals } = readArguments(args);
  if (values.help) return null;
  if (values.heads && values.against !== undefined) {
    throw new Sentence("Print heads or compare with some: --heads and --against do not go together.");
  }
  return {
    slugs: positionals,
    heads: values.heads ?? false,
    against: values.against === undefined ? [] : await readHeads(values.against),
  };
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        heads: { type: "boolean" },
        against: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : "The options cannot be read.");
  }
}

async function readHeads(file: string): Promise<ChainHead[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Sentence(`${file} cannot be read.`);
  });
  const result = z.array(chainHead).safeParse(parseJson(text));
  if (!result.success) throw new Sentence(`${file} is not a list of heads as --heads prints it.`);
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no list of heads either, and is told as that.
    return null;
  }
}
