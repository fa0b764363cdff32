import { formatDay, formatNumber } from "@/components/ui/format";
import { type Stat, StatStrip } from "@/components/ui/stat-strip";
import type { WalletDto } from "@/lib/wallet/schema";

/** The numbers of a wallet; what is zero and seldom otherwise (pending, held, owed) shows only when it is not. */
export function WalletStrip({ wallet, locale }: { wallet: WalletDto; locale: string }) {
  const write = (points: number) => formatNumber(points, locale);
  const [next] = wallet.expiringSoon;
  const stats: Stat[] = [
    {
      label: "Available",
      value: write(wallet.available),
      note: next
        ? `${write(next.points)} expire after ${formatDay(next.expiresOn, "date", locale)}`
        : "none expire within 60 days",
    },
  ];
  if (wallet.pending > 0) {
    const [first] = wallet.pendingUntil;
    const note = first && `${write(first.points)} ${untilWhen(first, locale)}`;
    stats.push({ label: "Pending", value: write(wallet.pending), note });
  }
  if (wallet.held > 0) stats.push({ label: "Held", value: write(wallet.held) });
  if (wallet.debt > 0) {
    stats.push({ label: "Owed", value: write(wallet.debt), note: "paid first from what comes next" });
  }
  stats.push(
    { label: "Earned in all", value: write(wallet.lifetimeEarned) },
    { label: "Taken back", value: write(wallet.lifetimeReturned) },
    { label: "Spent", value: write(wallet.lifetimeSpent) },
  );
  for (const { name, available, pending } of wallet.otherTypes) {
    stats.push({
      label: name,
      value: write(available),
      ...(pending > 0 ? { note: `${write(pending)} pending` } : {}),
    });
  }
  return <StatStrip stats={stats} />;
}

function untilWhen({ on, event }: WalletDto["pendingUntil"][number], locale: string): string {
  return on === null ? `wait for “${event}”` : `usable from ${formatDay(on, "date", locale)}`;
}
