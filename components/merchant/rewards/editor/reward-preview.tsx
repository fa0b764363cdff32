"use client";

import { useState } from "react";
import { RewardCard } from "@/components/member/rewards/reward-card";
import { RewardSheet } from "@/components/member/rewards/reward-sheet";
import { usePortal } from "@/components/merchant/portal-context";
import { Segmented } from "@/components/ui/segmented";
import type { RewardOfferDetail, Standing } from "@/lib/rewards/schema";
import type { Choices } from "./choices";
import type { Editable } from "./editable";

const VIEWS = [
  { value: "card", label: "Card" },
  { value: "page", label: "Page" },
] as const;

/** What members see in the wallet, as it is edited. */
export function RewardPreview({ id, edited, choices }: { id: string; edited: Editable; choices: Choices }) {
  const { program } = usePortal();
  const [view, setView] = useState<(typeof VIEWS)[number]["value"]>("card");
  const offer = offerOf(id, edited, choices);
  const shared = { offer, brandHue: program.brandHue, formats: program, pointName: program.pointName };
  return (
    <aside aria-label="Preview of the wallet" className="min-w-0 rounded-lg border bg-sunken">
      <header className="flex items-center justify-between gap-3 border-b px-4 py-2.5">
        <h2 className="text-md">In the wallet</h2>
        <Segmented label="What is shown" value={view} onChange={setView} options={[...VIEWS]} />
      </header>
      <div className="p-4" inert>
        {view === "card" ? (
          <div className="mx-auto max-w-60">
            <RewardCard {...shared} href={null} />
          </div>
        ) : (
          <div className="rounded-lg border bg-paper p-4 [&_article]:grid-cols-1! [&_article>div]:static!">
            <RewardSheet {...shared} />
          </div>
        )}
      </div>
    </aside>
  );
}

/** The reward as a member with points enough and of the right tier sees it. */
function offerOf(id: string, edited: Editable, { categories, partners }: Choices): RewardOfferDetail {
  const { eligibility, stock } = edited;
  // A price that nobody has entered yet is none.
  const prices = edited.prices.filter(({ points, amountMinor }) => points + amountMinor > 0);
  const tier = eligibility.tiers[0] ?? null;
  const price =
    prices.find((each) => each.tier === tier) ?? prices.find((each) => each.tier === null) ?? prices[0];
  const category = categories.find(({ code }) => code === edited.category);
  const standing: Standing = stock === 0 ? { code: "sold_out" } : { code: "ready" };
  return {
    id,
    kind: edited.kind,
    fulfilment: edited.fulfilment,
    name: edited.name || "Without a name",
    summary: edited.summary,
    description: edited.description,
    terms: edited.terms,
    howToUse: edited.howToUse,
    image: edited.image,
    partner: partners.find((partner) => partner.id === edited.partnerId)?.name ?? null,
    category: category === undefined ? null : { code: category.code, name: category.name },
    price: price === undefined ? null : { points: price.points, amountMinor: price.amountMinor },
    standing,
    left: stock !== null && stock < 20 ? stock : null,
    endsAt: edited.endsAt,
    perMember: edited.perMember,
    validDays: edited.validDays,
    stores: edited.stores,
    valueMinor: edited.valueMinor,
  };
}
