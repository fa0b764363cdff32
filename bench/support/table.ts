import type { Measurement } from "./part";
import { median } from "./statistics";

/** The figures as aligned text: the median, and the lowest and highest round beside it. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ part, name, unit, rounds, note }) => [
    part,
    name,
    `${readable(median(rounds))} ${unit}`,
    rounds.length === 1 ? "" : `${readable(Math.min(...rounds))} … ${readable(Math.max(...rounds))}`,
    note ?? "",
  ]);
  const heading = ["Part", "Measure", "Median", `Rounds`, ""];
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(heading), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}

function readable(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
