import { decimalToInteger } from "./decimal";
import type { ImportMapping } from "./schema";

/** What a line says besides: `organic`, `supplier`, `margin`, each a text, a number or yes and no. */
export type LineLabels = Record<string, string | number | boolean>;

/** Most characters that an event takes in a label. */
export const MAX_LABEL = 512;

/** A column of this name carries a label of the lines: `line.attributes.organic`. */
const LABEL_COLUMN = /^(?:lines?\.)?attributes\.([A-Za-z][A-Za-z0-9_.-]{0,63})$/i;
/** As JSON writes numbers, so that codes with leading zeros stay texts. */
const NUMBER = { point: /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/, comma: /^-?(0|[1-9]\d{0,14})(,\d{1,6})?$/ };
const SCALE = 6;

/** The labels that columns carry by their names: the label's name with its column. */
export function guessLabels(columns: readonly string[], most: number): Record<string, string> {
  const found = columns.flatMap((column) => {
    const name = LABEL_COLUMN.exec(column)?.[1];
    return name === undefined ? [] : [[name, column] as const];
  });
  return Object.fromEntries(found.slice(0, most));
}

/** A cell as what it means: yes and no, a number as the file writes them, or text. */
export function readLabel(
  cell: string,
  { decimalSeparator }: Pick<ImportMapping, "decimalSeparator">,
): string | number | boolean {
  if (/^(yes|true)$/i.test(cell)) return true;
  if (/^(no|false)$/i.test(cell)) return false;
  if (!NUMBER[decimalSeparator].test(cell)) return cell;
  const millionths = decimalToInteger(cell, SCALE, decimalSeparator);
  return millionths === null ? cell : Number(millionths) / 10 ** SCALE;
}
