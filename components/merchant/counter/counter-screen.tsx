"use client";

import { ArrowRight } from "lucide-react";
import { type FormEvent, useCallback, useRef, useState } from "react";
import { groupCardNumber } from "@/components/merchant/members/member-words";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { CounterActionDto } from "@/lib/flows/serve-at-counter/schema";
import type { CounterActions } from "./counter-actions";
import { EarnDialog } from "./earn-dialog";
import { MemberPanel } from "./member-panel";
import { NewsPanel } from "./news-panel";
import { RedeemDialog } from "./redeem-dialog";
import { type CameraFault, Scanner } from "./scanner";
import { StoreChoice } from "./store-choice";
import { ThumbBar } from "./thumb-bar";
import { TodayList } from "./today-list";
import { useCounter } from "./use-counter";
import { useStore } from "./use-store";
import { useToday } from "./use-today";
import { VoucherPanel } from "./voucher-panel";

const TITLES = { ready: "Counter", choose: "Who is it?", member: "Member", voucher: "Voucher" } as const;

/** The counter: one column, held in one hand, with everything that is pressed within the thumb's reach. */
export function CounterScreen({
  stores,
  today,
  actions,
}: {
  stores: readonly string[];
  /** What whoever is signed in did here today, the newest first. */
  today: CounterActionDto[];
  actions: CounterActions;
}) {
  const { program } = usePortal();
  const [store, setStore] = useStore(program.slug);
  const counter = useCounter(program.slug, store, actions);
  const { done, refresh, takeBack } = useToday(program.slug, today, actions);
  const { state, pending, failure } = counter;
  const [fault, setFault] = useState<CameraFault | null>(null);
  const identify = useRef(counter.identify);
  identify.current = counter.identify;
  const scanned = useCallback((text: string) => void identify.current(text), []);

  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-4 pb-24 sm:pb-0">
      <header className="flex min-h-11 items-center justify-between gap-2">
        <h1 className="font-semibold text-2xl">{TITLES[state.step]}</h1>
        <StoreChoice store={store} stores={stores} onChange={setStore} />
      </header>
      {state.step === "ready" && (
        <>
          <Scanner paused={pending} fault={fault} onFault={setFault} onCode={scanned} />
          {/* Whoever types has read why there is no camera. */}
          <TypedCode pending={pending} onType={() => setFault(null)} onCode={counter.identify} />
          <div role="status">
            {(failure ?? state.note) && (
              <Notice tone={failure ? "bad" : "warn"}>{failure ?? state.note}</Notice>
            )}
          </div>
          <TodayList done={done} onOpen={counter.open} onTakeBack={takeBack} />
        </>
      )}
      {state.step === "choose" && (
        <section aria-label="Members">
          <ul className="flex flex-col gap-2">
            {state.members.map(({ memberId, name, cardNumber }) => (
              <li key={memberId}>
                <button
                  type="button"
                  disabled={pending}
                  onClick={() => counter.open(memberId)}
                  className="flex min-h-14 w-full items-center justify-between gap-4 rounded-lg border bg-surface px-4 py-2 text-start hover:bg-hover"
                >
                  <span className="min-w-0 break-words font-medium">{name}</span>
                  <span className="shrink-0 font-mono text-ink-3 text-xs">{groupCardNumber(cardNumber)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {state.step === "member" && (
        <MemberPanel
          member={state.member}
          onVoucher={counter.look}
          news={
            <>
              {failure && <Notice tone="bad">{failure}</Notice>}
              {state.news && (
                <NewsPanel
                  news={state.news}
                  pending={pending}
                  onUndo={(news) => counter.undo(state.member, news)}
                  onVoucher={counter.look}
                />
              )}
            </>
          }
          actions={
            <>
              <RedeemDialog
                member={state.member}
                pending={pending}
                failure={failure}
                onRedeem={(reward) => counter.redeem(state.member, reward)}
              />
              <EarnDialog
                pending={pending}
                failure={failure}
                onEarn={(purchase) => counter.earn(state.member, purchase)}
              />
            </>
          }
        />
      )}
      {state.step === "voucher" && (
        <VoucherPanel
          check={state.check}
          store={store}
          justUsed={state.justUsed}
          pending={pending}
          failure={failure}
          onUse={() => counter.take(state)}
          onGiveBack={() => counter.giveBack(state.check.voucher)}
        />
      )}
      {state.step !== "ready" && (
        <ThumbBar>
          <Button
            size="lg"
            className="h-14 w-full justify-center text-md"
            onClick={() => {
              counter.reset();
              void refresh();
            }}
          >
            Next customer
            <ArrowRight aria-hidden="true" />
          </Button>
        </ThumbBar>
      )}
    </div>
  );
}

/** One field for whatever is typed, or sent by a scanner that types. */
function TypedCode({
  pending,
  onType,
  onCode,
}: {
  pending: boolean;
  onType: () => void;
  onCode: (text: string) => Promise<void>;
}) {
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get("code") ?? "").trim();
    if (text === "") return;
    await onCode(text);
    form.querySelector("input")?.select();
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Card, name, e-mail or voucher">
        <Input
          name="code"
          controlSize="lg"
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          onInput={onType}
        />
      </Field>
      <Button type="submit" size="lg" className="h-12 justify-center" pending={pending}>
        Find
      </Button>
    </form>
  );
}
