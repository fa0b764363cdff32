"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** Stands in when even the root layout broke, so it brings its own document. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Tessera</title>
        <main className="flex min-h-dvh flex-col justify-center">
          <ErrorState
            title="Something went wrong on our side"
            reference={error.digest}
            action={
              <Button variant="primary" onClick={reset}>
                Try again
              </Button>
            }
          >
            What was saved before is safe. If it happens again, quote the reference when you ask for help.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
