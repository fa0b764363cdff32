"use client";

import { useState } from "react";
import { UploadFile } from "@/components/merchant/imports/upload-file";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MAX_REASON } from "@/lib/credits/schema";

/** Takes a file of credits, with the reason for lines that give none. */
export function UploadCredits() {
  const [reason, setReason] = useState("");
  const given = reason.trim();
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Reason"
        optional
        hint="For lines that give none of their own. Members read it in their activity."
      >
        <Input
          value={reason}
          maxLength={MAX_REASON}
          onChange={({ target }) => setReason(target.value)}
          autoComplete="off"
        />
      </Field>
      <UploadFile
        to="credits"
        title="Drop a file of credits here"
        {...(given === "" ? {} : { parameters: { reason: given } })}
      />
    </div>
  );
}
