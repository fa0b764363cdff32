import { BadgeCheck } from "lucide-react";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { AttributeValue, MemberDto } from "@/lib/members/schema";
import { AttributesEditor } from "./attributes-editor";
import type { ChangeMember } from "./change-member";
import { ProfileEditor } from "./profile-editor";

const inWords = (value: AttributeValue) => (value === true ? "Yes" : value === false ? "No" : String(value));

/** Who the member is and what campaigns know of them. `id` is the TypeID; `changeMember` null: read only. */
export function MemberProfile({
  id,
  member,
  program,
  changeMember,
}: {
  id: string;
  member: MemberDto;
  program: Formats & { slug: string };
  changeMember: ChangeMember | null;
}) {
  const attributes = Object.entries(member.attributes);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Panel
        title="Profile"
        actions={
          changeMember && (
            <ProfileEditor program={program.slug} id={id} member={member} changeMember={changeMember} />
          )
        }
      >
        <DefinitionList
          items={[
            { term: "E-mail", value: <Email member={member} /> },
            { term: "Phone", value: member.phone ?? "–" },
            { term: "Customer number", value: member.externalId ?? "–" },
            { term: "Joined", value: <Time at={member.joinedAt} formats={program} timeStyle="date" /> },
            {
              term: "Wallet sign-in",
              value: member.lastSignInAt ? (
                <Time at={member.lastSignInAt} formats={program} />
              ) : member.hasPassword ? (
                "Not yet"
              ) : (
                "By code, not yet"
              ),
            },
            {
              term: "Member id",
              value: (
                <span className="inline-flex items-center gap-1">
                  <code className="break-all font-mono text-xs">{id}</code>
                  <CopyButton value={id} label="Copy member id" />
                </span>
              ),
            },
          ]}
        />
      </Panel>
      <Panel
        title="Attributes"
        actions={
          changeMember && (
            <AttributesEditor
              program={program.slug}
              memberId={id}
              attributes={member.attributes}
              changeMember={changeMember}
            />
          )
        }
      >
        {attributes.length === 0 ? (
          <p className="text-ink-2 text-sm">
            None yet. Campaigns can be for members with certain attributes, such as a tier.
          </p>
        ) : (
          <DefinitionList items={attributes.map(([term, value]) => ({ term, value: inWords(value) }))} />
        )}
      </Panel>
    </div>
  );
}

function Email({ member: { email, emailVerifiedAt } }: { member: MemberDto }) {
  if (email === null) return "–";
  return (
    <>
      <span className="break-words">{email}</span>
      {emailVerifiedAt !== null && (
        <span className="ms-1.5 inline-flex items-center gap-1 text-good-ink text-xs">
          <BadgeCheck aria-hidden="true" className="size-3.5" />
          verified
        </span>
      )}
    </>
  );
}
