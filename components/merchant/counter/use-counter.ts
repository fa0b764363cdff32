"use client";

import { useCallback, useRef, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/actions";
import type { VoucherCheck, VoucherDto } from "@/lib/benefits/schema";
import type { RewardOffer } from "@/lib/rewards/schema";
import type { CounterActions, CounterMember, Earned, Found, Redeemed, Ticket } from "./counter-actions";

/** What was done for the member last, so that it can be read and a mistake be taken back. */
export type News =
  | { kind: "earned"; earned: Earned; purchase: { ticket: Ticket; receipt?: string | undefined } }
  | { kind: "undone" }
  | { kind: "redeemed"; redeemed: Redeemed };

export type CounterState =
  | { step: "ready"; note: string | null }
  | { step: "choose"; members: Extract<Found, { kind: "members" }>["members"] }
  | { step: "member"; member: CounterMember; news: News | null }
  | { step: "voucher"; check: VoucherCheck; key: string; justUsed: boolean };

const UNANSWERED = "There was no answer. Try again: what was done already is not done a second time.";

/** What happens at the counter, one thing at a time. */
export function useCounter(program: string, store: string, actions: CounterActions) {
  const [state, setState] = useState<CounterState>({ step: "ready", note: null });
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const busy = useRef(false);
  const place = store === "" ? {} : { store };

  /** Runs one request; a second one while it is under way is dropped. @returns its data, or null with what failed */
  const ask = useCallback(
    <T>(work: () => Promise<ActionResult<T>>): Promise<T | null> =>
      new Promise((resolve) => {
        if (busy.current) {
          resolve(null);
          return;
        }
        busy.current = true;
        start(async () => {
          let answer: T | null = null;
          try {
            const result = await work();
            if (result.ok) answer = result.data;
            setFailure(result.ok ? null : result.error.message);
          } catch {
            setFailure(UNANSWERED);
          }
          busy.current = false;
          resolve(answer);
        });
      }),
    [],
  );

  const show = (check: VoucherCheck) =>
    setState({ step: "voucher", check, key: crypto.randomUUID(), justUsed: false });

  async function identify(text: string): Promise<void> {
    const found = await ask(() => actions.identify({ program, text, ...place }));
    if (found === null) return;
    switch (found.kind) {
      case "member":
        setState({ step: "member", member: found.member, news: null });
        return;
      case "members":
        setState({ step: "choose", members: found.members });
        return;
      case "voucher":
        show(found.check);
        return;
      case "nothing":
        setState({ step: "ready", note: `Nothing was found for “${text.slice(0, 40)}”.` });
    }
  }

  async function open(memberId: string, news: News | null = null): Promise<void> {
    const member = await ask(() => actions.open({ program, memberId }));
    if (member !== null) setState({ step: "member", member, news });
  }

  async function earn(
    { memberId, ticket }: CounterMember,
    { amountMinor, receipt }: { amountMinor: number; receipt: string | undefined },
  ): Promise<boolean> {
    const purchase = { ticket, ...(receipt !== undefined && { receipt }) };
    const earned = await ask(() => actions.earn({ program, memberId, amountMinor, ...purchase, ...place }));
    if (earned === null) return false;
    await open(memberId, { kind: "earned", earned, purchase });
    return true;
  }

  async function undo({ memberId }: CounterMember, { purchase }: Extract<News, { kind: "earned" }>) {
    const undone = await ask(() => actions.undoEarn({ program, memberId, ...purchase }));
    if (undone !== null) await open(memberId, { kind: "undone" });
  }

  async function redeem({ memberId, ticket }: CounterMember, reward: RewardOffer): Promise<boolean> {
    const points = reward.price?.points ?? 0;
    const redeemed = await ask(() =>
      actions.redeem({ program, memberId, rewardId: reward.id, points, ticket }),
    );
    if (redeemed === null) return false;
    await open(memberId, { kind: "redeemed", redeemed });
    return true;
  }

  async function take({ check, key }: Extract<CounterState, { step: "voucher" }>): Promise<void> {
    const { code } = check.voucher;
    const voucher = await ask(() => actions.take({ program, code, key, ...place }));
    if (voucher !== null) {
      setState({ step: "voucher", check: { verdict: "used", voucher }, key, justUsed: true });
      return;
    }
    // Somebody else may have used it: the voucher is looked at anew, and the reason stays on the screen.
    const found = await actions.identify({ program, text: code, ...place }).catch(() => null);
    if (found?.ok && found.data.kind === "voucher") {
      setState({ step: "voucher", check: found.data.check, key, justUsed: false });
    }
  }

  async function giveBack(voucher: VoucherDto): Promise<void> {
    const open = await ask(() => actions.giveBack({ program, code: voucher.code }));
    if (open !== null) show({ verdict: "valid", voucher: open });
  }

  return {
    state,
    pending,
    failure,
    identify,
    open,
    earn,
    undo,
    redeem,
    take,
    giveBack,
    look: (voucher: VoucherDto) => {
      const isElsewhere = voucher.stores.length > 0 && !voucher.stores.includes(store);
      setFailure(null);
      show({ verdict: isElsewhere ? "wrong_store" : "valid", voucher });
    },
    reset: () => {
      setFailure(null);
      setState({ step: "ready", note: null });
    },
  };
}
