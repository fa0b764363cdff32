import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" tabIndex={-1} className="flex min-h-dvh flex-col justify-center outline-none">
      <EmptyState
        headingLevel={1}
        title="There is nothing at this address"
        action={
          <ButtonLink href="/" variant="primary">
            To the start
          </ButtonLink>
        }
      >
        It may be mistyped, or what was here has moved.
      </EmptyState>
    </main>
  );
}
