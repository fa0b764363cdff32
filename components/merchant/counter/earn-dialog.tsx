"use client";

import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatMoney } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { AmountPad } from "./amount-pad";

/** Asks for the amount of a purchase, and the receipt's number where there is one. */
export function EarnDialog({
  pending,
  failure,
  onEarn,
}: {
  pending: boolean;
  failure: string | null;
  /** @returns whether it is done */
  onEarn: (purchase: { amountMinor: number; receipt: string | undefined }) => Promise<boolean>;
}) {
  const { program } = usePortal();
  const [open, setOpen] = useState(false);
  const [amountMinor, setAmountMinor] = useState(0);
  const [receipt, setReceipt] = useState("");

  async function earn() {
    if (await onEarn({ amountMinor, receipt: receipt.trim() || undefined })) {
      setOpen(false);
      setAmountMinor(0);
      setReceipt("");
    }
  }

  return (
    <Dialog
      shape="reach"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" size="lg" className="h-14 flex-1 justify-center text-md">
          Earn
        </Button>
      }
      title="Purchase"
      footer={
        <Button
          variant="primary"
          size="lg"
          className="h-12 w-full justify-center"
          disabled={amountMinor === 0}
          pending={pending}
          onClick={earn}
        >
          {amountMinor === 0
            ? "Enter the amount"
            : `Earn for ${formatMoney(amountMinor, program.currency, program.locale)}`}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {failure && <Notice tone="bad">{failure}</Notice>}
        <AmountPad
          amountMinor={amountMinor}
          onChange={setAmountMinor}
          currency={program.currency}
          locale={program.locale}
        />
        <Field label="Receipt" hint="So that nobody takes the same receipt in twice">
          <Input
            value={receipt}
            onChange={(event) => setReceipt(event.target.value)}
            maxLength={100}
            autoComplete="off"
          />
        </Field>
      </div>
    </Dialog>
  );
}
