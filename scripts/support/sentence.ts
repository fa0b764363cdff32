/** A reason to stop that needs no stack trace: its message is one sentence for the person at the terminal. */
export class Sentence extends Error {}

/** Runs a script's main function; a failure ends the process with its sentence and exit code 1. */
export async function runScript(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
