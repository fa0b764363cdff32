import { Check } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { PERMISSIONS, type Permission, ROLE_PERMISSIONS } from "@/lib/auth/permissions";
import { ROLE_MEANINGS, ROLES } from "@/lib/identity/schema";

const ALL = Object.entries(PERMISSIONS) as [Permission, string][];

/** What each role means, and, unfolded, exactly what it may do. Both come from the data that decides. */
export function RoleTable() {
  return (
    <>
      <dl className="divide-y">
        {ROLES.map((role) => (
          <div key={role} className="grid gap-x-4 py-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
            <dt className="font-medium">{ROLE_MEANINGS[role].name}</dt>
            <dd className="text-ink-2">{ROLE_MEANINGS[role].meaning}</dd>
          </div>
        ))}
      </dl>
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
