import { Check } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { DefinitionList } from "@/components/ui/definition-list";
import { PERMISSIONS, type Permission, ROLE_PERMISSIONS } from "@/lib/auth/permissions";
import { ROLE_MEANINGS, ROLES } from "@/lib/identity/schema";

const ALL = Object.entries(PERMISSIONS) as [Permission, string][];

/** What each role means, and, unfolded, exactly what it may do. Both come from the data that decides. */
export function RoleTable() {
  return (
    <>
      <DefinitionList
        items={ROLES.map((role) => ({ term: ROLE_MEANINGS[role].name, value: ROLE_MEANINGS[role].meaning }))}
      />
      <details className="mt-3">
        <summary className="w-fit rounded-sm font-medium text-accent-ink text-sm">
          Every permission, role by role
        </summary>
        <DataTable
          caption="Permissions of each role"
          className="mt-2 -mx-4.5"
          dense
          rows={ALL}
          rowKey={([permission]) => permission}
          columns={[
            { key: "permission", header: "May", cell: ([, words]) => words },
            ...ROLES.map((role) => ({
              key: role,
              header: ROLE_MEANINGS[role].name,
              cell: ([permission]: [Permission, string]) =>
                ROLE_PERMISSIONS[role].includes(permission) ? (
                  <Check role="img" aria-label="Yes" className="size-4 text-good-ink" />
                ) : (
                  <span className="text-ink-3">
                    <span aria-hidden="true">–</span>
                    <span className="sr-only">No</span>
                  </span>
                ),
            })),
          ]}
        />
      </details>
    </>
  );
}
