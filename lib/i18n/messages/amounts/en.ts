export const en = {
  /** Points that are called just that, in as many as there are. */
  points: "{count, plural, one {# point} other {# points}}",
  /** The word alone. */
  pointName: "points",
  /** As it follows "double". */
  multipliedName: "points",
  /** Points with a name of the program's own. */
  named: "{count, number} {name}",
  quoted: "“{text}”",
} as const;
