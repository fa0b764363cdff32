import { notFound } from "next/navigation";
import { AppError } from "@/lib/core/errors";

/** For a page's reads to end in: what is not there, or not for its reader, shows the page that says so. */
export function notFoundInstead(error: unknown): never {
  if (error instanceof AppError && error.status === 404) notFound();
  throw error;
}

/** The same where a page goes on without it. */
export function nothingInstead(error: unknown): null {
  if (error instanceof AppError && error.status === 404) return null;
  throw error;
}
