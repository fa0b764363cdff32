"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { IssuedInvitation } from "@/lib/identity/schema";

/** The link of a fresh invitation, and what is to be done with it. */
export function InvitationLink({ issued: { email, token, isMailed } }: { issued: IssuedInvitation }) {
  const link = useInvitationLink(token);
  return (
    <div className="flex flex-col gap-3">
      <p className="break-all rounded-md border bg-sunken p-3.5 font-mono text-sm">{link}</p>
      <Notice tone={isMailed ? "good" : "neutral"}>
        {isMailed
          ? `${email} gets this link by mail. Should it not arrive, send it yourself, in a way that reaches nobody else.`
          : `Send this link to ${email} yourself, in a way that reaches nobody else.`}{" "}
        It is shown this once, works for one person, and is good for a week.
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
