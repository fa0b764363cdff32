/** What a log line says of an error: enough to find the fault, none of the values that it was about. */
export type ErrorDescription = { type: string; code?: string; message: string; stack?: string };

const MAX_MESSAGE = 500;

/**
 * Describes an error for the log. The database quotes rows and inputs in its messages, which may be personal data:
 * `Key (email)=(ann@example.com)` becomes `Key (email)=(…)`, and a quoted input becomes `"…"`.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: "" };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...code,
    message: withoutValues(error.message),
    ...(frames ? { stack: frames.join("\n") } : {}),
  };
}

function withoutValues(message: string): string {
  return message
    .replace(/=\((?:[^()]|\([^()]*\))*\)/g, "=(…)")
    .replace(/: "[^"]*"/g, ': "…"')
    .replace(/Failing row contains \(.*\)/gs, "Failing row contains (…)")
    .slice(0, MAX_MESSAGE);
}
