import { AppError, Unavailable } from "@/lib/core/errors";
import { Prisma } from "./generated/client";

const DEADLOCK = "40P01";
const SERIALIZATION = "40001";
const LOCK_NOT_AVAILABLE = "55P03";
const UNIQUE_VIOLATION = "23505";

/** The SQLSTATE behind an error of Prisma or of the driver, or null. */
export function sqlState(error: unknown): string | null {
  let current: unknown = error;
  for (let depth = 0; depth < 6 && typeof current === "object" && current !== null; depth += 1) {
    const { code, originalCode, meta, cause } = current as Record<string, unknown>;
    for (const candidate of [originalCode, code]) {
      if (typeof candidate === "string" && /^[0-9A-Z]{5}$/.test(candidate) && !/^P\d{4}$/.test(candidate)) {
        return candidate;
      }
    }
    current = cause ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  }
  return null;
}

/** True when PostgreSQL gave the transaction up for a reason that goes away by trying again. */
export function isTransientConflict(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034") return true;
  const state = sqlState(error);
  return state === DEADLOCK || state === SERIALIZATION || state === LOCK_NOT_AVAILABLE;
}

/** True when every connection was in use for as long as anybody was willing to wait for one. */
export function isPoolExhausted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /Unable to start a transaction in the given time|timeout exceeded when trying to connect/.test(
    error.message,
  );
}

/** What the product knows about a fault: its own errors, and that no connection was free in time; null: nothing. */
export function knownFault(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!isPoolExhausted(error)) return null;
  return new Unavailable("no connection to the database was free in time", undefined, error);
}

export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return true;
  return sqlState(error) === UNIQUE_VIOLATION;
}
