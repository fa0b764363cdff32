import { CircleAlert } from "lucide-react";
import { Notice } from "@/components/ui/notice";

/** Why a form was not accepted, announced at once; nothing while there is nothing to say. */
export function FormMessage({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <Notice tone="bad" icon={<CircleAlert aria-hidden="true" />}>
      {message}
    </Notice>
  );
}
