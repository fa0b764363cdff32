import Link from "next/link";
import { Chip } from "@/components/ui/chip";
import { DefinitionList } from "@/components/ui/definition-list";
import { formatDay } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { MemberDto } from "@/lib/members/schema";
import type { ChangeMember } from "./change-member";
import { StandingEditor, type Tiers } from "./standing-editor";

/** Tier, tags, segments and birthday: what campaigns know of a member beside attributes. */
export function StandingPanel({
  id,
  member,
  tiers,
  segments,
  home,
  locale,
  changeMember,
}: {
  /** TypeID */
  id: string;
  member: MemberDto;
  tiers: Tiers;
  segments: readonly { code: string; name: string }[];
  /** `/p/<program>` */
  home: string;
  locale: string;
  /** Null: read only. */
  changeMember: ChangeMember | null;
}) {
  const tier = tiers.find(({ code }) => code === member.tier);
  return (
    <Panel
      title="Standing"
      actions={
        changeMember && <StandingEditor id={id} member={member} tiers={tiers} changeMember={changeMember} />
      }
    >
      <DefinitionList
        items={[
          { term: "Tier", value: tier?.name ?? member.tier ?? "–" },
          {
            term: "Birthday",
            value: member.birthday === null ? "–" : formatDay(member.birthday, "date", locale),
          },
          {
            term: "Tags",
            value:
              member.tags.length === 0 ? (
                "–"
              ) : (
                <span className="flex flex-wrap gap-1.5">
                  {member.tags.map((tag) => (
                    <Chip key={tag} className="text-sm">
                      {tag}
                    </Chip>
                  ))}
                </span>
              ),
          },
          {
            term: "Segments",
            value:
              segments.length === 0
                ? "–"
                : segments.map(({ code, name }) => (
                    <Link
                      key={code}
                      href={`${home}/segments/${code}`}
                      className="block text-accent-ink hover:underline"
                    >
                      {name}
                    </Link>
                  )),
          },
        ]}
      />
    </Panel>
  );
}
