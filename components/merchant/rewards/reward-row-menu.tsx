"use client";

import { Archive, ArrowDown, ArrowUp, Copy, Eye, EyeOff, MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { usePortal } from "@/components/merchant/portal-context";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { RewardState } from "@/lib/rewards/schema";
import type { OrderRewards, RewardActions } from "./server-actions";

/** What can be done with a reward from the list. */
export function RewardRowMenu({
  id,
  name,
  state,
  above,
  below,
  actions,
  order,
}: {
  /** TypeID */
  id: string;
  name: string;
  state: RewardState;
  /** Its neighbours on the page, with which it changes places. */
  above: string | null;
  below: string | null;
  actions: RewardActions;
  order: OrderRewards;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();

  async function run<Data>(work: Promise<ActionResult<Data>>, done: string, go?: (data: Data) => void) {
    const result = await work;
    if (!result.ok) {
      const why = result.error.fields?.map(({ detail }) => detail).join(" ") ?? "";
      toast.failure([result.error.message, why].filter(Boolean).join(" "));
      return;
    }
    toast.success(done);
    go?.(result.data);
    router.refresh();
  }
  const of = { program: program.slug, id };
  const swap = (first: string, second: string) =>
    void run(order({ program: program.slug, rewardIds: [first, second] }), "Its place has changed");
  return (
    // Above the link that covers the row.
    <span className="relative z-10">
      <Menu trigger={<IconButton size="sm" label={`Actions of ${name}`} icon={<MoreHorizontal />} />}>
        {state === "draft" && (
          <MenuItem
            icon={<Eye />}
            onSelect={() => void run(actions.publish(of), `${name} is in the catalogue`)}
          >
            Publish
          </MenuItem>
        )}
        {state !== "draft" && (
          <MenuItem
            icon={<EyeOff />}
            onSelect={() => void run(actions.unpublish(of), `${name} is a draft now`)}
          >
            {state === "archived" ? "Take out of the archive" : "Take out of the catalogue"}
          </MenuItem>
        )}
        <MenuItem
          icon={<Copy />}
          onSelect={() =>
            void run(actions.duplicate(of), "A copy is made", (copy) =>
              router.push(`/p/${program.slug}/rewards/${copy.id}`),
            )
          }
        >
          Duplicate
        </MenuItem>
        <MenuItem icon={<ArrowUp />} disabled={above === null} onSelect={() => above && swap(id, above)}>
          Move up
        </MenuItem>
        <MenuItem icon={<ArrowDown />} disabled={below === null} onSelect={() => below && swap(below, id)}>
          Move down
        </MenuItem>
        {state !== "archived" && (
          <>
            <MenuSeparator />
            <MenuItem
              icon={<Archive />}
              onSelect={() => void run(actions.archive(of), `${name} is archived`)}
            >
              Archive
            </MenuItem>
          </>
        )}
      </Menu>
    </span>
  );
}
