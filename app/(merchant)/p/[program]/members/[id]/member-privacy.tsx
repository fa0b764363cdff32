import { listAddress } from "@/components/merchant/list-address";
import { ConsentTable } from "@/components/merchant/privacy/consent-table";
import { ErasurePanel } from "@/components/merchant/privacy/erasure-panel";
import { SignOutMember } from "@/components/merchant/privacy/sign-out-member";
import { buttonClass } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { listConsentHistory, listConsents } from "@/lib/consents";
import { toTypeId } from "@/lib/core/ids";
import { listDevices } from "@/lib/devices";
import { previewErasure, readErasure } from "@/lib/privacy";
import type { ProgramDto } from "@/lib/programs";
import { eraseMember, keepMember, signOutMember } from "../privacy-actions";

const PAGE_SIZE = 25;
const TAB = { tab: "privacy" };

/** What a member agreed to and when, where they are signed in, and what they may ask for: their data, and to be erased. */
export async function MemberPrivacy({
  ctx,
  program,
  memberId,
  path,
  name,
  isClosed,
  cursor,
}: {
  ctx: Ctx;
  program: ProgramDto;
  memberId: string;
  path: string;
  name: string;
  isClosed: boolean;
  cursor?: string;
}) {
  const [consents, history, devices, erasure, preview] = await Promise.all([
    listConsents(ctx, memberId, program.locale),
    listConsentHistory(ctx, memberId, { cursor, limit: PAGE_SIZE }),
    listDevices(ctx, memberId),
    readErasure(ctx, memberId),
    previewErasure(ctx, memberId),
  ]);
  const id = toTypeId("mem", memberId);
  return (
    <div className="flex flex-col divide-y border-t">
      <ConsentTable
        consents={consents}
        history={history.items}
        formats={{ locale: program.locale, timeZone: program.timeZone }}
      />
      <Pagination
        firstHref={cursor ? listAddress(path, TAB) : null}
        nextHref={history.nextCursor && listAddress(path, TAB, { cursor: history.nextCursor })}
      />
      {!isClosed && can(ctx.actor, "members:write") && (
        <SignOutMember program={program.slug} id={id} devices={devices.length} signOut={signOutMember} />
      )}
      {can(ctx.actor, "members:export") && (
        <section
          aria-label="Export"
          className="flex flex-wrap items-center justify-between gap-3 px-4.5 py-4"
        >
          <div className="min-w-0">
            <h2 className="text-md">Export</h2>
            <p className="mt-1 text-pretty text-base text-ink-2">
              Everything that the program has of this member. Each export is noted in the audit log.
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            {(["json", "csv"] as const).map((format) => (
              <a key={format} href={`${path}/export?format=${format}`} download className={buttonClass()}>
                Export as {format.toUpperCase()}
              </a>
            ))}
          </div>
        </section>
      )}
      <ErasurePanel
        program={program.slug}
        id={id}
        name={name}
        pointName={program.pointType.name}
        formats={{ locale: program.locale, timeZone: program.timeZone }}
        erasure={erasure}
        preview={preview}
        actions={can(ctx.actor, "members:erase") ? { erase: eraseMember, keep: keepMember } : null}
      />
    </div>
  );
}
