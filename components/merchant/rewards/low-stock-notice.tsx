import { PackageOpen } from "lucide-react";
import Link from "next/link";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";

type Low = { id: string; name: string; left: number };

/** What runs low, each a link to where more can be put in; nothing where nothing does. */
export function LowStockNotice({
  program,
  rewards,
  pools,
  className,
}: {
  program: { slug: string; locale: string };
  rewards: readonly Low[];
  pools: readonly Low[];
  className?: string;
}) {
  const path = `/p/${program.slug}/rewards`;
  const items = [
    ...rewards.map((reward) => ({ ...reward, href: `${path}/${reward.id}#stock` })),
    ...pools.map((pool) => ({ ...pool, href: `${path}/code-pools/${pool.id}` })),
  ];
  if (items.length === 0) return null;
  return (
    <Notice tone="warn" icon={<PackageOpen aria-hidden="true" />} className={className}>
      <span className="font-medium">{items.length === 1 ? "Running low:" : `${items.length} run low:`}</span>{" "}
      {items.map(({ id, name, left, href }, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <Link href={href} className="font-medium underline underline-offset-2">
            {name}
          </Link>{" "}
          ({formatNumber(left, program.locale)} left)
        </span>
      ))}
    </Notice>
  );
}
