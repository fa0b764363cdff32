"use client";

import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useInterfaceWords } from "@/components/ui/interface-words";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { PushChoices, PushKind } from "@/lib/push/schema";
import {
  type Browser,
  type BrowserState,
  readBrowser,
  subscribeBrowser,
  unsubscribeBrowser,
} from "./push-browser";

type Answer = Promise<ActionResult<unknown>>;

const HINTS = {
  points: "pointsHint",
  expiring: "expiringHint",
  orders: "ordersHint",
  offers: "offersHint",
} as const;

/**
 * Whether this browser is told things, and of which kinds. The browser asks for permission only once somebody has
 * pressed the button that says what for.
 */
export function PushSettings({
  program,
  publicKey,
  kinds,
  choices,
  subscribe,
  unsubscribe,
  choose,
}: {
  program: string;
  /** Of the installation, in base64url. */
  publicKey: string;
  /** What there is to be told, in the order of the list. */
  kinds: readonly PushKind[];
  choices: PushChoices;
  subscribe: (input: Browser & { program: string }) => Answer;
  unsubscribe: (input: { program: string; endpoint: string }) => Answer;
  choose: (input: { program: string; kind: PushKind; wanted: boolean }) => Answer;
}) {
  const t = useTranslations("push");
  const words = useInterfaceWords();
  const toast = useToast();
  const [state, setState] = useState<BrowserState | "reading">("reading");
  const [pending, setPending] = useState(false);
  const [wanted, setWanted] = useState(choices);

  useEffect(() => {
    void readBrowser().then(setState);
  }, []);

  async function turn(isOn: boolean) {
    setPending(true);
    // What a browser says of its push service is for nobody's eyes.
    let why = words.noConnection;
    try {
      if (isOn) {
        const browser = await subscribeBrowser(publicKey);
        if (browser !== null) {
          const result = await subscribe({ program, ...browser });
          if (!result.ok) {
            why = result.error.message;
            throw new Error(result.error.code);
          }
          toast.success(t("on"));
        }
      } else {
        const endpoint = await unsubscribeBrowser();
        if (endpoint !== null) await unsubscribe({ program, endpoint });
        toast.success(t("off"));
      }
    } catch {
      toast.failure(t("failed"), why);
    } finally {
      setState(await readBrowser());
      setPending(false);
    }
  }

  async function set(kind: PushKind, isWanted: boolean) {
    setWanted((current) => ({ ...current, [kind]: isWanted }));
    const result = await choose({ program, kind, wanted: isWanted }).catch(() => null);
    if (result?.ok) return;
    setWanted((current) => ({ ...current, [kind]: !isWanted }));
    toast.failure(words.notDone, result?.error.message ?? words.noConnection);
  }

  return (
    <>
      <p className="mt-1 text-base text-ink-2">{t("intro")}</p>
      <div className="mt-4 min-h-11" aria-live="polite">
        {state === "off" && (
          <Button
            size="lg"
            variant="primary"
            className="max-sm:w-full"
            pending={pending}
            onClick={() => void turn(true)}
          >
            <BellRing aria-hidden="true" />
            {t("turnOn")}
          </Button>
        )}
        {state === "on" && (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="flex items-center gap-2 font-medium text-base">
              <BellRing aria-hidden="true" className="size-4.5 text-accent-ink" />
              {t("isOn")}
            </p>
            <Button size="lg" pending={pending} onClick={() => void turn(false)}>
              {t("turnOff")}
            </Button>
          </div>
        )}
        {state === "blocked" && <p className="text-ink-2 text-sm">{t("blocked")}</p>}
        {state === "unsupported" && <p className="text-ink-2 text-sm">{t("unsupported")}</p>}
      </div>
      <ul className="mt-2 divide-y">
        {kinds.map((kind) => (
          <li key={kind} className="py-3.5">
            <Switch
              label={t(kind)}
              hint={t(HINTS[kind])}
              checked={wanted[kind]}
              onChange={(event) => void set(kind, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
