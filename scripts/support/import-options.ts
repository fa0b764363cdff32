import { parseArgs } from "node:util";
import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMappingInput,
  REQUIRED_FIELDS,
  TIME_FORMATS,
  type TimeFormat,
} from "@/lib/imports/schema";
import { Sentence } from "./sentence";

export const IMPORT_USAGE = `Imports a transaction file: CSV with a header line, plain or compressed with gzip.

  npm run import -- FILE --program SLUG --map basket_id=basketId,customer=memberId,sold_at=occurredAt,total=amount

  --program SLUG      the program that the purchases belong to
  --map COLUMN=FIELD  which column is what, separated by commas; guessed from the names when left out.
                      Needed: ${REQUIRED_FIELDS.join(", ")}
                      Possible: ${IMPORT_FIELDS.filter((field) => !(REQUIRED_FIELDS as readonly string[]).includes(field)).join(", ")}
  --create-members    create members whom the program does not know; otherwise their lines are rejected
  --source NAME       whose basket ids these are (default: transactions); an id counts once per source
  --time FORMAT       ${TIME_FORMATS.join(", ")}
  --decimal-comma     amounts are written 3,86
  --minor-units       amounts are whole cents
  --rejects FILE      write the lines that did not go in, with the reasons, as CSV

Exit code: 0 everything went in; 2 some lines were rejected; 1 it failed. Interrupted, the same command goes on
where it stopped. The same file twice posts nothing twice.
`;

export type ImportOptions = {
  file: string;
  program: string;
  /** What the options say; the rest is guessed from the file. */
  mapping: Partial<Omit<ImportMappingInput, "columns">> & { columns?: Partial<Record<ImportField, string>> };
  rejects: string | undefined;
};

/** @throws Sentence when the options cannot be understood; null when help is asked for */
export function parseImportOptions(args: string[]): ImportOptions | null {
  const { values, positionals } = readArguments(args);
  if (values.help) return null;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Sentence(`Name one file.\n\n${IMPORT_USAGE}`);
  if (!values.program) throw new Sentence("Name the program: --program SLUG.");
  return {
    file,
    program: values.program,
    rejects: values.rejects,
    mapping: {
      ...(values.map ? { columns: parseMap(values.map) } : {}),
      ...(values.time ? { occurredAtFormat: timeFormat(values.time) } : {}),
      ...(values["decimal-comma"] ? { decimalSeparator: "comma" } : {}),
      ...(values["minor-units"] ? { amountUnit: "minor" } : {}),
      ...(values["create-members"] ? { createMembers: true } : {}),
      ...(values.source ? { source: values.source } : {}),
    },
  };
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        program: { type: "string" },
        map: { type: "string", multiple: true },
        "create-members": { type: "boolean" },
        source: { type: "string" },
        time: { type: "string" },
        "decimal-comma": { type: "boolean" },
        "minor-units": { type: "boolean" },
        rejects: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : "The options cannot be read.");
  }
}

/** `column=field` pairs. The field is what follows the last `=`, so that column names may hold one. */
function parseMap(maps: string[]): Partial<Record<ImportField, string>> {
  const columns: Partial<Record<ImportField, string>> = {};
  for (const pair of maps.flatMap((map) => map.split(","))) {
    const at = pair.lastIndexOf("=");
    const column = pair.slice(0, at).trim();
    const field = IMPORT_FIELDS.find((known) => known === pair.slice(at + 1).trim());
    if (at < 1 || column === "") throw new Sentence(`“${pair}” is not a mapping; write COLUMN=FIELD.`);
    if (field === undefined) {
      throw new Sentence(
        `“${pair.slice(at + 1)}” is not a field; the fields are ${IMPORT_FIELDS.join(", ")}.`,
      );
    }
    if (columns[field] !== undefined) throw new Sentence(`“${field}” is mapped twice.`);
    columns[field] = column;
  }
  return columns;
}

function timeFormat(text: string): TimeFormat {
  const format = TIME_FORMATS.find((known) => known === text);
  if (format === undefined) throw new Sentence(`--time is one of ${TIME_FORMATS.join(", ")}.`);
  return format;
}
