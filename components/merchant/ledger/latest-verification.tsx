import { StateChip } from "@/components/ui/badge";
import { Time } from "@/components/ui/figures";
import { type Formats, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import { StatStrip } from "@/components/ui/stat-strip";
import { TileProgress } from "@/components/ui/tile-progress";
import type { VerificationDto } from "@/lib/verifications/schema";
import { durationInWords } from "./day-words";
import { FindingTable } from "./finding-table";
import { isUnderWay, placesBroken, VERIFICATION_WORDS, verificationProgress } from "./verification-words";

/** One look at the ledger: how far it is, or what it found. */
export function LatestVerification({ run, formats }: { run: VerificationDto; formats: Formats }) {
  const { label, tone } = VERIFICATION_WORDS[run.state];
  const number = (value: number) => formatNumber(value, formats.locale);
  const words = verificationProgress(run.progress, number);
  const { checksDone, checks, blocksWalked, blocks } = run.progress;
  return (
    <Panel title={<Verdict run={run} number={number} />} actions={<StateChip tone={tone}>{label}</StateChip>}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2 text-sm">
          Asked for by {run.startedBy}, <Time at={run.createdAt} formats={formats} />
          {run.startedAt !== null && run.finishedAt !== null && (
            <>; it took {durationInWords(Date.parse(run.finishedAt) - Date.parse(run.startedAt))}</>
          )}
        </p>
        {isUnderWay(run) && (
          <div>
            <p className="mb-1.5 text-ink-2 text-sm">{words}</p>
            <TileProgress
              value={checksDone + (blocks > 0 ? blocksWalked / blocks : 0)}
              max={checks + 1}
              label={words}
            />
          </div>
        )}
        {run.error !== null && <p className="break-words font-mono text-bad-ink text-xs">{run.error}</p>}
        {run.counts !== null && (
          <StatStrip
            stats={[
              { label: "Events", value: number(run.counts.events) },
              { label: "Statement entries", value: number(run.counts.entries) },
              { label: "Transfers", value: number(run.counts.transfers) },
              { label: "Lots", value: number(run.counts.lots) },
              { label: "Accounts", value: number(run.counts.accounts) },
              { label: "Blocks", value: number(run.counts.blocks) },
            ]}
          />
        )}
        {run.findings.length > 0 && <FindingTable run={run} />}
      </div>
    </Panel>
  );
}

function Verdict({ run, number }: { run: VerificationDto; number: (value: number) => string }) {
  switch (run.state) {
    case "waiting":
    case "running":
      return "Looking at everything there is";
    case "sound":
      return "Every point is accounted for";
    case "broken": {
      const places = placesBroken(run);
      return places === 1 ? "One place does not hold" : `${number(places)} places do not hold`;
    }
    case "failed":
      return "The verification could not be done";
  }
}
