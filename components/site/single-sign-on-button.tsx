import { KeyRound } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Starts the sign-in at the company's identity provider: a plain form, so that it works without JavaScript. */
export function SingleSignOnButton({ name, next }: { name: string; next?: string }) {
  return (
    <form method="post" action="/api/auth/single-sign-on">
      {next && <input type="hidden" name="next" value={next} />}
      <Button type="submit" size="lg" className="w-full">
        <KeyRound aria-hidden="true" />
        Continue with {name}
      </Button>
    </form>
  );
}

/** The line between two ways to sign in. */
export function OrLine() {
  return (
    <p className="my-5 flex items-center gap-3 text-ink-3 text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      or
    </p>
  );
}
