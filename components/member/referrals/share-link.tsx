"use client";

import { Check, Copy, Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const COPIED_MS = 2_000;

/** The member's link: passed on by what the phone has for that, or copied. */
export function ShareLink({ link, programName }: { link: string; programName: string }) {
  const t = useTranslations("referral");
  const [copied, setCopied] = useState(false);
  const canShare = useSyncExternalStore(noChanges, hasShareSheet, () => false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function share() {
    const text = t("shareText", { program: programName });
    // Rejected when the sheet is closed without a choice: nothing happened then.
    await navigator.share({ title: programName, text, url: link }).catch(() => undefined);
  }

  async function copy() {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  }

  return (
    <div className="mt-4 flex flex-col gap-3">
      <p dir="ltr" className="break-all rounded-md bg-sunken px-3.5 py-3 font-mono text-sm">
        {link}
      </p>
      <div className="flex flex-wrap gap-2">
        {canShare && (
          <Button variant="accent" size="lg" className="flex-1" onClick={() => void share()}>
            <Share2 aria-hidden="true" />
            {t("share")}
          </Button>
        )}
        <Button
          size="lg"
          variant={canShare ? "secondary" : "accent"}
          className="flex-1"
          onClick={() => void copy()}
        >
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {copied ? t("copied") : t("copy")}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {copied ? t("copied") : ""}
      </p>
    </div>
  );
}

const noChanges = () => () => undefined;
const hasShareSheet = () => typeof navigator.share === "function";
