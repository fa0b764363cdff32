import { FieldSet } from "@/components/ui/field";
import { Radio } from "@/components/ui/radio";
import { ROLE_MEANINGS, ROLES, type Role } from "@/lib/identity/schema";

/** The roles with their meaning, one to choose. Only owners can choose "owner". */
export function RoleChoice({
  defaultRole,
  viewerRole,
  error,
}: {
  defaultRole: Role;
  /** Role of the person who chooses. */
  viewerRole: Role;
  error?: string;
}) {
  return (
    <FieldSet legend="Role" error={error}>
      {ROLES.filter((role) => role !== "owner" || viewerRole === "owner").map((role) => (
        <Radio
          key={role}
          name="role"
          value={role}
          defaultChecked={role === defaultRole}
          label={ROLE_MEANINGS[role].name}
          hint={ROLE_MEANINGS[role].meaning}
        />
      ))}
    </FieldSet>
  );
}

/** The role that a form was sent with. */
export function roleOf(form: FormData): Role | undefined {
  const chosen = form.get("role");
  return ROLES.find((role) => role === chosen);
}
