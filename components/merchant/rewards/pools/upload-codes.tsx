"use client";

import { useRouter } from "next/navigation";
import { UploadFile } from "@/components/merchant/imports/upload-file";

/** Where a file of codes is dropped; its progress shows below. */
export function UploadCodes({ poolId }: { poolId: string }) {
  const router = useRouter();
  return (
    <UploadFile
      to={`code-pools/${poolId}/uploads`}
      title="Drop a file of codes here"
      note="One code a line, or CSV with the code and its last day, such as 2026‑12‑31. 100,000 codes go in within seconds."
      onSent={() => router.refresh()}
    />
  );
}
