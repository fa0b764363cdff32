"use client";

import { ChevronDown, Lock, ShoppingBag } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import type { SetAside, Spend } from "./point-actions";
import { SetAsideDialog, SpendDialog } from "./spend-dialog";
import { useDialogForm } from "./use-dialog-form";

/** What somebody at the counter does with a member's points. */
export function PointsMenu({
  memberId,
  name,
  available,
  holds,
  spend,
  setAside,
}: {
  /** TypeID */
  memberId: string;
  name: string;
  available: number;
  /** The program's limits, in minutes. */
  holds: { defaultMinutes: number; longestMinutes: number };
  spend: Spend;
  setAside: SetAside;
}) {
  const spending = useDialogForm("spend");
  const setting = useDialogForm("hold");
  const whose = { memberId, name, available };
  return (
    <>
      <Menu
        trigger={
          <Button variant="primary">
            Use points
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem icon={<ShoppingBag aria-hidden="true" />} onSelect={() => spending.change(true)}>
          Spend points…
        </MenuItem>
        <MenuItem icon={<Lock aria-hidden="true" />} onSelect={() => setting.change(true)}>
          Set points aside…
        </MenuItem>
      </Menu>
      <SpendDialog {...whose} form={spending} spend={spend} />
      <SetAsideDialog {...whose} form={setting} setAside={setAside} holds={holds} />
    </>
  );
}
