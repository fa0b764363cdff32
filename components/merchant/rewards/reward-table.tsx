import type { ReactNode } from "react";
import { RewardArt } from "@/components/member/rewards/reward-art";
import { classNames } from "@/components/ui/class-names";
import { type Column, DataTable } from "@/components/ui/data-table";
import { type Formats, formatTime } from "@/components/ui/format";
import type { RewardSummary } from "@/lib/rewards/schema";
import { RewardRowMenu } from "./reward-row-menu";
import { RewardStateChip } from "./reward-state-chip";
import { KIND_WORDS, leftInWords, pricesInWords } from "./reward-words";
import type { OrderRewards, RewardActions } from "./server-actions";

/** The catalogue: each reward with its picture, price and what is left. */
export function RewardTable({
  rewards,
  program,
  categories,
  actions,
  empty,
}: {
  rewards: RewardSummary[];
  program: { slug: string; brandHue: number | null; pointName: string } & Formats;
  /** Names by code. */
  categories: ReadonlyMap<string, string>;
  /** Left out where the list is only for looking. */
  actions?: RewardActions & { order: OrderRewards };
  empty?: ReactNode;
}) {
  const columns: Column<RewardSummary>[] = [
    {
      key: "name",
      header: "Reward",
      cell: ({ id, name, summary, image, kind, isLow, left, prices }) => (
        <span className="flex min-w-52 items-start gap-3.5">
          <RewardArt
            id={id}
            image={image}
            brandHue={program.brandHue}
            sizes="4rem"
            className="aspect-[4/3] w-16 shrink-0 rounded-md max-sm:w-12"
          />
          <span className="min-w-0">
            <span className="block break-words font-medium">{name}</span>
            <span className="block text-pretty text-ink-3 text-sm">{summary || KIND_WORDS[kind].label}</span>
            <span className="block text-sm sm:hidden">
              {pricesInWords(prices, program.pointName, program)?.price ?? "No price yet"}
            </span>
            <span className={classNames("block text-sm md:hidden", isLow ? "text-warn-ink" : "text-ink-3")}>
              {leftInWords(left, program.locale)}
            </span>
          </span>
        </span>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: ({ state, proposal, startsAt, endsAt }) => (
        <span className="flex flex-col items-start gap-1">
          <RewardStateChip reward={{ state, proposal }} />
          {proposal?.state === "waiting" && <span className="text-ink-3 text-xs">by {proposal.by.name}</span>}
          {state === "published" && (
            <span className="whitespace-nowrap text-ink-3 text-xs">
              {scheduleInWords(startsAt, endsAt, program)}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "price",
      header: "Price",
      align: "end",
      hideBelow: "sm",
      cell: ({ prices }) => {
        const words = pricesInWords(prices, program.pointName, program);
        return words === null ? (
          <span className="text-ink-3">None yet</span>
        ) : (
          <span className="block whitespace-nowrap">
            {words.price}
            {words.note && <span className="block text-ink-3 text-xs">{words.note}</span>}
          </span>
        );
      },
    },
    {
      key: "left",
      header: "Stock",
      align: "end",
      hideBelow: "md",
      cell: ({ left, isLow }) => (
        <span className={classNames("whitespace-nowrap", isLow ? "font-medium text-warn-ink" : "text-ink-2")}>
          {leftInWords(left, program.locale)}
        </span>
      ),
    },
    {
      key: "category",
      header: "Category",
      hideBelow: "lg",
      cell: ({ category }) => (
        <span className="text-ink-2">{category === null ? "–" : (categories.get(category) ?? category)}</span>
      ),
    },
    {
      key: "partner",
      header: "Partner",
      hideBelow: "xl",
      cell: ({ partner }) => <span className="text-ink-2">{partner?.name ?? "–"}</span>,
    },
    ...(actions
      ? [
          {
            key: "actions",
            header: <span className="sr-only">Actions</span>,
            align: "end" as const,
            className: "w-14 ps-0!",
            cell: ({ id, name, state }: RewardSummary) => {
              const place = rewards.findIndex((reward) => reward.id === id);
              return (
                <RewardRowMenu
                  id={id}
                  name={name}
                  state={state}
                  above={rewards[place - 1]?.id ?? null}
                  below={rewards[place + 1]?.id ?? null}
                  actions={actions}
                  order={actions.order}
                />
              );
            },
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption="Rewards"
      rows={rewards}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/p/${program.slug}/rewards/${id}`}
      columns={columns}
      empty={empty}
    />
  );
}

function scheduleInWords(startsAt: string | null, endsAt: string | null, formats: Formats): string | null {
  const day = (at: string, earlierMs = 0) => formatTime(new Date(Date.parse(at) - earlierMs), "day", formats);
  if (startsAt !== null && endsAt !== null) return `${day(startsAt)} to ${day(endsAt, 1)}`;
  if (startsAt !== null) return `from ${day(startsAt)}`;
  return endsAt === null ? null : `until ${day(endsAt, 1)}`;
}
