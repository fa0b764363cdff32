"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { useInterfaceWords } from "@/components/ui/interface-words";

export default function AppError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const words = useInterfaceWords();
  return (
    <main id="main" tabIndex={-1} className="flex min-h-dvh flex-col justify-center outline-none">
      <ErrorState
        title={words.failedTitle}
        reference={error.digest}
        referenceLabel={words.reference}
        action={
          <Button variant="primary" onClick={reset}>
            {words.tryAgain}
          </Button>
        }
      >
        {words.failedText}
      </ErrorState>
    </main>
  );
}
