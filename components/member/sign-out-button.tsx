"use client";

import { LogOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { forgetCard } from "./kept-card";

/** Ends the session; the card kept on this device goes with it. */
export function SignOutButton({ program, label }: { program: string; label: string }) {
  return (
    <form
      method="post"
      action="/api/auth/member/sign-out"
      onSubmit={(event) => {
        const form = event.currentTarget;
        event.preventDefault();
        void forgetCard(program).finally(() => form.submit());
      }}
    >
      <input type="hidden" name="next" value={`/club/${program}/sign-in`} />
      <Button type="submit" size="lg" className="max-sm:w-full">
        <LogOut aria-hidden="true" className="rtl:-scale-x-100" />
        {label}
      </Button>
    </form>
  );
}
