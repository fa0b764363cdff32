"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";

/** The link of a fresh invitation, to be sent by hand. */
export function InvitationLink({ email, token }: { email: string; token: string }) {
  const link = useInvitationLink(token);
  return (
    <div className="flex flex-col gap-3">
      <p className="break-all rounded-md border bg-sunken p-3.5 font-mono text-sm">{link}</p>
      <Notice>
        Send this link to {email} yourself, in a way that reaches nobody else. It is shown this once, works
        for one person, and is good for a week.
      </Notice>
    </div>
  );
}

/** The whole address, which only the browser knows. */
export function useInvitationLink(token: string): string {
  const path = `/invite/${token}`;
  const [link, setLink] = useState(path);
  useEffect(() => setLink(new URL(path, window.location.origin).href), [path]);
  return link;
}
