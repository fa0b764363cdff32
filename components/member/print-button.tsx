"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Hands the page to the printer, or to a file. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button className="print:hidden" onClick={() => window.print()}>
      <Printer aria-hidden="true" />
      {label}
    </Button>
  );
}
