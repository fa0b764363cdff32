import { type Logger, pino } from "pino";
import { describeError } from "./describe-error";
import { env } from "./env";

let logger: Logger | undefined;

/** The process's logger: one JSON object a line. Never hand it secrets or personal data. */
export function log(): Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: null, serializers: { err: describeError } });
  return logger;
}
