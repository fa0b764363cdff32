import Link from "next/link";
import { StateChip, type Tone } from "@/components/ui/badge";
import { Time } from "@/components/ui/figures";
import { type Formats, formatDay } from "@/components/ui/format";
import type { BenefitDto, VoucherDto } from "@/lib/benefits/schema";
import { BENEFIT_WORDS } from "../benefit-words";

const VOUCHER_WORDS: Record<VoucherDto["state"], { label: string; tone: Tone }> = {
  issued: { label: "Can be used", tone: "good" },
  used: { label: "Used", tone: "neutral" },
  expired: { label: "Expired", tone: "neutral" },
  withdrawn: { label: "Withdrawn", tone: "warn" },
};

/** What campaigns gave a member besides points, each with the campaign; vouchers with their codes. */
export function BenefitList({
  benefits,
  vouchers,
  campaignsHref,
  formats,
}: {
  /** `campaign.id` is the TypeID. */
  benefits: (Omit<BenefitDto, "campaign"> & { campaign: { id: string; name: string } })[];
  /** Of these benefits, by id. */
  vouchers: ReadonlyMap<string, VoucherDto>;
  /** Null where campaigns are not for the reader. */
  campaignsHref: string | null;
  formats: Formats;
}) {
  return (
    <ul className="divide-y border-t">
      {benefits.map(({ benefitId, kind, what, removes, isWithdrawn, givenAt, campaign }) => {
        const voucher = vouchers.get(benefitId);
        return (
          <li
            key={benefitId}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4.5 py-3"
          >
            <div className="min-w-0">
              <p className="break-words">
                <span className="text-ink-3 text-sm">
                  {BENEFIT_WORDS[kind]}
                  {removes ? " taken away" : ""}{" "}
                </span>
                <span className="font-medium">{what}</span>
              </p>
              {voucher && (
                <p className="mt-0.5 break-words font-mono text-ink-2 text-sm">
                  {voucher.code}
                  {voucher.expiresOn !== null && (
                    <span className="font-sans text-ink-3">
                      {" "}
                      until {formatDay(voucher.expiresOn, "date", formats.locale)}
                    </span>
                  )}
                </p>
              )}
              <p className="mt-0.5 text-ink-3 text-sm">
                <Time at={givenAt} formats={formats} /> by{" "}
                {campaignsHref === null ? (
                  campaign.name
                ) : (
                  <Link
                    href={`${campaignsHref}/${campaign.id}`}
                    className="text-accent-ink underline underline-offset-2"
                  >
                    {campaign.name}
                  </Link>
                )}
              </p>
            </div>
            {voucher ? (
              <StateChip tone={VOUCHER_WORDS[voucher.state].tone}>
                {VOUCHER_WORDS[voucher.state].label}
              </StateChip>
            ) : (
              isWithdrawn && <StateChip tone="warn">Withdrawn</StateChip>
            )}
          </li>
        );
      })}
    </ul>
  );
}
