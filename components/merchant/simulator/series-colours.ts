const COLOURS = [
  "var(--color-chart-4)",
  "var(--color-chart-1)",
  "var(--color-chart-2)",
  "var(--color-chart-3)",
  "var(--color-ink-3)",
  "var(--color-accent-ink)",
];

/** The colour of a series by its place: of the chart, which the browser draws, and of its legend, which the server writes. */
export function colourOf(place: number): string {
  return COLOURS[place % COLOURS.length] ?? "var(--color-ink)";
}
