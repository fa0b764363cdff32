const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code: number) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const green = paint(32);

/** Runs one step of the start and says what came of it and how long it took. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  summary: (result: T) => string,
): Promise<T> {
  const startedAt = Date.now();
  const result = await work();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`${green("✓")} ${name.padEnd(10)} ${summary(result)} ${dim(`${seconds} s`)}`);
  return result;
}

/** One line to the terminal. */
export function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}
