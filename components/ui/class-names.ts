/**
 * Joins class names, leaving out what is empty. It does not resolve conflicts: a primitive's `className` prop
 * is for layout (margin, width, grid placement), not for restyling.
 */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
