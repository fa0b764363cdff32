import { Send, UsersRound } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

/** The ways from the card to sending and to sharing points, where the program has them. */
export function SharingLinks({
  home,
  pointName,
  sends,
  shares,
  invitations,
}: {
  /** `/club/<program>` */
  home: string;
  pointName: string;
  sends: boolean;
  shares: boolean;
  /** Pools that wait for an answer. */
  invitations: number;
}) {
  if (!sends && !shares) return null;
  return (
    <div className="flex gap-2">
      {sends && (
        <ButtonLink href={`${home}/send`} size="lg" className="flex-1">
          <Send aria-hidden="true" />
          Send
          <span className="sr-only"> {pointName}</span>
        </ButtonLink>
      )}
      {shares && (
        <ButtonLink href={`${home}/pools`} size="lg" className="flex-1">
          <UsersRound aria-hidden="true" />
          Share
          {invitations > 0 && (
            <span className="ms-1 rounded-full bg-accent-strong px-1.5 text-on-accent text-xs">
              {invitations}
              <span className="sr-only"> {invitations === 1 ? "invitation" : "invitations"}</span>
            </span>
          )}
        </ButtonLink>
      )}
    </div>
  );
}
