import { Handshake } from "lucide-react";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { RewardSummary } from "@/lib/rewards/schema";

/** What partners have proposed and nobody has decided on, each a link; nothing where nothing waits. */
export function ProposalsNotice({
  program,
  proposals,
  className,
}: {
  /** Slug */
  program: string;
  proposals: readonly RewardSummary[];
  className?: string;
}) {
  if (proposals.length === 0) return null;
  return (
    <Notice tone="info" icon={<Handshake aria-hidden="true" />} className={className}>
      <span className="font-medium">Partners propose:</span>{" "}
      {proposals.map(({ id, name, proposal }, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <Link href={`/p/${program}/rewards/${id}`} className="font-medium underline underline-offset-2">
            {name}
          </Link>
          {proposal && ` (${proposal.by.name})`}
        </span>
      ))}
    </Notice>
  );
}
