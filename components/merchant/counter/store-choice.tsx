"use client";

import { MapPin } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Says in which store this device stands. */
export function StoreChoice({
  store,
  stores,
  onChange,
}: {
  store: string;
  stores: readonly string[];
  onChange: (store: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const choose = (next: string) => {
    onChange(next.trim());
    setOpen(false);
  };
  return (
    <Dialog
      shape="reach"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" className="min-h-11">
          <MapPin aria-hidden="true" />
          {store || "Choose the store"}
        </Button>
      }
      title="Which store is this?"
      description="Remembered on this device. Purchases are counted for it, and vouchers of certain stores are taken there only."
    >
      <div className="flex flex-col gap-4">
        {stores.length > 0 && (
          <ul className="grid gap-2 sm:grid-cols-2">
            {stores.map((each) => (
              <li key={each}>
                <Button
                  className="min-h-11 w-full justify-start"
                  variant={each === store ? "primary" : "secondary"}
                  onClick={() => choose(each)}
                >
                  {each}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            choose(String(new FormData(event.currentTarget).get("store") ?? ""));
          }}
        >
          <Field label="Another store" className="flex-1">
            <Input name="store" maxLength={64} defaultValue="" autoComplete="off" />
          </Field>
          <Button type="submit" className="min-h-10">
            Use it
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
