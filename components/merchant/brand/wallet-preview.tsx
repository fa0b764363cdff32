"use client";

import { Bell, Gift, IdCard, ReceiptText, UserRound } from "lucide-react";
import { useEffect, useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { buttonClass } from "@/components/ui/button";
import { CardArt } from "@/components/ui/card-art";
import { formatNumber } from "@/components/ui/format";
import { Mosaic } from "@/components/ui/mosaic";
import { ProgramMark } from "@/components/ui/program-mark";
import { Segmented } from "@/components/ui/segmented";
import { TileProgress } from "@/components/ui/tile-progress";
import { HOUSE_HUE } from "@/lib/programs/schema";
import type { Brand } from "./brand";

type Scheme = "light" | "dark";

const SCHEMES = [
  { value: "light" as const, label: "Light" },
  { value: "dark" as const, label: "Dark" },
];
const TABS = [IdCard, Gift, ReceiptText, UserRound];
const SAMPLE = { balance: 1_284, number: "0000 0000 0000" };

/** The wallet's first page on a phone, in the branding that is being edited. */
export function WalletPreview({ programId, brand }: { programId: string; brand: Brand }) {
  const { program } = usePortal();
  const [scheme, setScheme] = useState<Scheme>("light");
  useHueOfPage(brand.hue ?? HOUSE_HUE);
  const { name, hue } = brand;
  return (
    <div className="xl:sticky xl:top-6">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2 className="text-md">Preview</h2>
        <Segmented
          label="Colour scheme of the preview"
          value={scheme}
          onChange={setScheme}
          options={SCHEMES}
        />
      </div>
      {/* A picture of the wallet: what is in it cannot be used, and says nothing that the form does not. */}
      <div
        aria-hidden="true"
        inert
        style={{ colorScheme: scheme }}
        className="mx-auto flex h-[42rem] w-full max-w-[24.375rem] flex-col overflow-hidden rounded-[1.75rem] border-4 border-line-strong bg-paper text-ink shadow-float"
      >
        <p className="flex min-w-0 items-center gap-2.5 px-4 pt-5 font-medium text-base text-ink-2">
          <ProgramMark id={programId} hue={hue} logo={brand.logo} size={24} />
          <span className="truncate">{name}</span>
        </p>
        <div className="flex flex-1 flex-col gap-4 overflow-hidden px-4 pt-3">
          <p className="flex items-center justify-between font-semibold text-xl">
            Good morning, Alex
            <Bell className="size-5 text-ink-2" />
          </p>
          <CardArt
            label=""
            id={programId}
            hue={hue}
            image={brand.cardImage}
            pattern={brand.cardPattern}
            className="flex aspect-[1.72] w-full shrink-0 flex-col justify-between p-5"
          >
            <div className="max-w-[62%]">
              <p className="text-base first-letter:uppercase">{program.pointName}</p>
              <p className="font-semibold text-display tracking-tight">
                {formatNumber(SAMPLE.balance, program.locale)}
              </p>
            </div>
            <p className="font-mono text-[oklch(0.9_0.012_80)] text-sm">{SAMPLE.number}</p>
          </CardArt>
          <span className={buttonClass({ variant: "accent", size: "lg" })}>Choose a reward</span>
          <div>
            <p className="font-semibold text-md">For you</p>
            <div className="flex items-start gap-3.5 py-3">
              <Mosaic id={`${programId}:offer`} hue={hue} size={56} className="rounded-lg" />
              <div className="min-w-0 flex-1">
                <p className="font-semibold text-md">Tenth one free</p>
                <p className="text-base text-ink-2">You get a voucher with every tenth purchase.</p>
                <TileProgress value={6} max={10} tiles={10} label="" className="mt-2" />
              </div>
            </div>
            <p className="font-medium text-accent-ink">All offers</p>
          </div>
        </div>
        <div className="grid grid-cols-4 border-t bg-paper py-3">
          {TABS.map((Icon, index) => (
            <Icon
              key={Icon.displayName}
              className={index === 0 ? "mx-auto size-5 text-accent-ink" : "mx-auto size-5 text-ink-3"}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The accent tokens take their hue from the page: while it is edited, the whole page shows it. */
function useHueOfPage(hue: number) {
  useEffect(() => {
    const { style } = document.documentElement;
    const before = style.getPropertyValue("--brand-hue");
    style.setProperty("--brand-hue", String(hue));
    return () => {
      if (before === "") style.removeProperty("--brand-hue");
      else style.setProperty("--brand-hue", before);
    };
  }, [hue]);
}
