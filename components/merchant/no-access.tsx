import { Lock } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { PERMISSIONS, type Permission } from "@/lib/auth/permissions";

/** In place of a page that somebody's role does not open. */
export function NoAccess({ permission }: { permission: Permission }) {
  return (
    <EmptyState headingLevel={1} title="Your role does not open this page" icon={<Lock aria-hidden="true" />}>
      It needs the permission “{PERMISSIONS[permission]}”. An owner or admin of your company can change your
      role.
    </EmptyState>
  );
}
