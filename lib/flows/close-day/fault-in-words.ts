import { describeError } from "@/lib/config/describe-error";
import { sqlState } from "@/lib/db";

/** What the database said, in the middle of what its client makes of it. */
const SAID = /Message: `([^`]+)`/;

/** The kind of fault, and its message without the values that it was about. */
export function faultInWords(error: unknown): string {
  const { type, message } = describeError(error);
  return `${sqlState(error) ?? type}: ${SAID.exec(message)?.[1] ?? message}`.slice(0, 300);
}
