/** Something in a campaign that cannot mean anything, and where it stands. */
export type Nonsense = { path: Path; message: string };
export type Path = (string | number)[];

/** One finding when the claim holds, none otherwise. */
export function when(holds: boolean, path: Path, message: string): Nonsense[] {
  return holds ? [{ path, message }] : [];
}
