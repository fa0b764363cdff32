"use client";

import { Braces } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { readPasted } from "./read-pasted";

/** The campaign as data, for developers: to read, to copy, and to replace with what is pasted. */
export function JsonDialog({
  definition,
  open,
  onOpenChange,
  onReplace,
}: {
  definition: CampaignDefinition;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Left out where the reader may not edit. */
  onReplace?: (definition: CampaignDefinition) => void;
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      shape="wide"
      title="The campaign as JSON"
      description="The same data that the builder edits, the API takes and the engine runs."
    >
      <JsonEditor
        definition={definition}
        onReplace={
          onReplace &&
          ((next) => {
            onReplace(next);
            onOpenChange(false);
          })
        }
      />
    </Dialog>
  );
}

function JsonEditor({
  definition,
  onReplace,
}: {
  definition: CampaignDefinition;
  onReplace?: (definition: CampaignDefinition) => void;
}) {
  const shown = JSON.stringify(definition, null, 2);
  const [text, setText] = useState(shown);
  const reading = text === shown ? null : readPasted(text);
  return (
    <div className="flex flex-col gap-3">
      <Field
        label="Definition"
        hideLabel
        error={
          reading?.ok === false && (
            <span className="whitespace-pre-line">{`Not a campaign yet.\n${reading.faults.join("\n")}`}</span>
          )
        }
        hint={
          reading?.ok && reading.problemCount > 0
            ? "Readable. Some parts are left to finish; the builder will point to them."
            : undefined
        }
      >
        <Textarea
          value={text}
          readOnly={onReplace === undefined}
          spellCheck={false}
          rows={18}
          onChange={(event) => setText(event.target.value)}
          className="max-h-[56dvh] font-mono text-xs leading-relaxed"
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton value={text}>Copy</CopyButton>
        {onReplace && (
          <Button
            variant="primary"
            disabled={!reading?.ok}
            onClick={() => reading?.ok && onReplace(reading.definition)}
          >
            <Braces aria-hidden="true" />
            Use this
          </Button>
        )}
      </div>
    </div>
  );
}
