"use client";

import { Bell, Laptop, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/components/ui/format";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { DeviceDto } from "@/lib/devices/schema";
import { useAction } from "../use-action";

const PHONES = new Set(["iPhone", "iPad", "Android"]);

/** Where the member is signed in, with a way out of each and of all others at once. */
export function DeviceList({
  program,
  timeZone,
  devices,
  signOut,
  signOutOthers,
}: {
  program: string;
  timeZone: string;
  devices: readonly DeviceDto[];
  signOut: (input: { program: string; deviceId: string }) => Promise<ActionResult<unknown>>;
  signOutOthers: (input: { program: string }) => Promise<ActionResult<{ signedOut: number }>>;
}) {
  const t = useTranslations("privacy");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const one = useAction(signOut);
  const others = useAction(signOutOthers);
  const [ending, setEnding] = useState<string | null>(null);
  const nameOf = ({ browser, system }: DeviceDto) =>
    [browser, system].filter((part) => part !== "").join(" · ") || t("unknownDevice");

  async function end(device: DeviceDto) {
    setEnding(device.deviceId);
    if ((await one.run({ program, deviceId: device.deviceId })) === null) return;
    toast.success(t("signedOut"));
    router.refresh();
  }

  async function endOthers() {
    const result = await others.run({ program });
    if (result === null) return;
    toast.success(t("othersSignedOut", { count: result.signedOut }));
    router.refresh();
  }

  const refusal = one.message ?? others.message;
  return (
    <>
      <p className="mt-1 text-base text-ink-2">{t("devicesIntro")}</p>
      <ul className="mt-2 divide-y">
        {devices.map((device) => {
          const Icon = PHONES.has(device.system) ? Smartphone : Laptop;
          return (
            <li key={device.deviceId} className="flex items-center gap-3 py-3.5">
              <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
              <div className="min-w-0 flex-1">
                <p className="break-words font-medium text-base">{nameOf(device)}</p>
                <p className="text-ink-3 text-xs">
                  {device.isThis
                    ? t("thisDevice")
                    : t("lastSeen", { when: formatTime(device.seenAt, "dateTime", { locale, timeZone }) })}
                </p>
                {device.isPushed && (
                  <p className="mt-0.5 flex items-center gap-1 text-ink-3 text-xs">
                    <Bell aria-hidden="true" className="size-3" />
                    {t("notified")}
                  </p>
                )}
              </div>
              {!device.isThis && (
                <Button
                  size="lg"
                  variant="ghost"
                  aria-label={t("signOutDeviceOf", { device: nameOf(device) })}
                  pending={one.pending && ending === device.deviceId}
                  disabled={one.pending}
                  onClick={() => void end(device)}
                >
                  {t("signOutDevice")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {refusal && (
        <p role="alert" className="mt-2 text-bad-ink text-sm">
          {refusal}
        </p>
      )}
      {devices.length > 1 && (
        <Button
          size="lg"
          className="mt-3 max-sm:w-full"
          pending={others.pending}
          onClick={() => void endOthers()}
        >
          {t("signOutOthers")}
        </Button>
      )}
    </>
  );
}
