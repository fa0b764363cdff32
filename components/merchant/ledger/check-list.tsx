import { Check, CircleDashed, X } from "lucide-react";
import { Panel } from "@/components/ui/panel";
import { CHECK_WORDS, type VerificationDto } from "@/lib/verifications/schema";
import { LEDGER_CHECKS, type LedgerCheck } from "@/lib/wallet/schema";

/** What a verification looks at, in plain words, with how the latest one came out. */
export function CheckList({ run }: { run: VerificationDto | null }) {
  const checks = LEDGER_CHECKS.filter((check) => check !== "anchor");
  const isDone = run?.state === "sound" || run?.state === "broken";
  return (
    <Panel
      title="What is checked"
      note={
        <span className="text-ink-3 text-sm">
          Recounted from the transfers, as of one instant; nothing stops meanwhile.
        </span>
      }
    >
      <ul className="grid gap-x-8 gap-y-3.5 sm:grid-cols-2 xl:grid-cols-3">
        {checks.map((check) => (
          <li key={check} className="flex gap-2.5">
            <Outcome check={check} run={isDone ? run : null} />
            <div className="min-w-0">
              <p className="font-medium text-sm">{CHECK_WORDS[check].title}</p>
              <p className="text-ink-2 text-sm">{CHECK_WORDS[check].meaning}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Outcome({ check, run }: { check: LedgerCheck; run: VerificationDto | null }) {
  const size = "mt-0.5 size-4 shrink-0";
  if (run === null)
    return <CircleDashed role="img" aria-label="Not checked yet" className={`${size} text-ink-3`} />;
  const places = run.broken[check] ?? 0;
  return places === 0 ? (
    <Check role="img" aria-label="Holds" className={`${size} text-good-ink`} />
  ) : (
    <X
      role="img"
      aria-label={places === 1 ? "One place does not hold" : `${places} places do not hold`}
      className={`${size} text-bad-ink`}
    />
  );
}
