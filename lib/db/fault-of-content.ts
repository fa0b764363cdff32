import { AppError } from "@/lib/core/errors";
import { sqlState } from "./errors";
import { Prisma } from "./generated/client";

/** SQLSTATE classes that speak about the rows: data exception, integrity violation, program limit exceeded. */
const CONTENT_CLASSES = new Set(["22", "23", "54"]);

/**
 * Whether what was thrown lies in what is being written, so that trying again would fail again: the database
 * refuses the rows, or our own code trips over them. Everything else is the database not being there, being busy
 * or being shut down, and goes away.
 */
export function isFaultOfContent(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return CONTENT_CLASSES.has(state.slice(0, 2));
  if (error instanceof AppError) return !error.transient;
  return !isDatabaseClientError(error);
}

function isDatabaseClientError(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError ||
    error instanceof Prisma.PrismaClientUnknownRequestError ||
    error instanceof Prisma.PrismaClientInitializationError ||
    error instanceof Prisma.PrismaClientRustPanicError ||
    (error instanceof Error && "code" in error)
  );
}
