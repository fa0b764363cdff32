import { ArrowRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { CardMosaic, cardGround } from "@/components/ui/mosaic";

const PROMISES = [
  {
    title: "Rules you can read",
    text: "Every campaign is a sentence, made from the same data that runs. Change the data and the sentence changes with it.",
  },
  {
    title: "Points you can follow",
    text: "A double-entry ledger posts each event exactly once. Every point leads back to the purchase that earned it, and balances prove themselves against the books.",
  },
  {
    title: "Answers, not tickets",
    text: "Why 36 points? Members and your team open any movement and read which campaigns fired, which did not, and why.",
  },
];

export default function LandingPage() {
  return (
    <div className="mx-auto my-auto w-full max-w-6xl px-5 pt-6 pb-16 sm:px-8 sm:pt-10 sm:pb-24">
      <div className="grid items-center gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)] lg:gap-16">
        <div>
          <h1 className="text-[clamp(2.125rem,6vw,3.5rem)] leading-[1.04] tracking-[-0.03em]">
            Loyalty that adds&nbsp;up
          </h1>
          <p className="mt-5 max-w-xl text-pretty text-ink-2 text-lg leading-relaxed">
            Tessera runs your club: purchases come in, campaigns decide, points land in the member’s wallet
            within moments, and everybody can see why. On your own servers.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink href="/sign-in" variant="accent" size="lg">
              Sign in to the portal
              <ArrowRight aria-hidden="true" />
            </ButtonLink>
            <ButtonLink href="/docs/api" size="lg">
              API reference
            </ButtonLink>
          </div>
        </div>
        <SpecimenCard />
      </div>
      <ul className="mt-16 grid gap-x-10 gap-y-8 border-t pt-8 sm:mt-24 md:grid-cols-3">
        {PROMISES.map((promise) => (
          <li key={promise.title}>
            <h2 className="text-md">{promise.title}</h2>
            <p className="mt-1.5 text-pretty text-ink-2 leading-relaxed">{promise.text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A card as members carry it; the name it shows is the product's own. */
function SpecimenCard() {
  return (
    <div
      aria-hidden="true"
      className="relative aspect-[1.6] w-full max-w-md overflow-hidden rounded-xl shadow-float"
      style={{ background: cardGround() }}
    >
      <CardMosaic id="tessera-specimen" />
      <div className="relative flex h-full flex-col justify-between p-6 text-white">
        <div>
          <p className="text-md text-white/75">Points</p>
          <p className="font-semibold text-display tracking-tight">1,284</p>
        </div>
        <p className="font-mono text-sm text-white/80 tracking-wide">TS 4410 7729 03</p>
      </div>
    </div>
  );
}
