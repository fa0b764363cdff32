"use client";

import { createContext, type ReactNode, useContext } from "react";
import { QueryProvider } from "@/components/providers/query-provider";
import type { Formats } from "@/components/ui/format";
import type { Permission } from "@/lib/auth/permissions";

/** What the portal knows of a kind of points. */
type PortalPointType = {
  pointTypeNo: number;
  code: string;
  name: string;
  /** What a thousand of them cost, in minor units. */
  valuePerThousandMinor: number;
};

/** The program whose portal this is, and what the signed-in user may do in it. */
export type Portal = {
  program: {
    slug: string;
    name: string;
    brandHue: number | null;
    pointName: string;
    /** All types, the spendable one first. */
    pointTypes: readonly PortalPointType[];
  } & Formats;
  permissions: readonly Permission[];
  /** What waits for somebody, shown in the navigation. */
  waiting: { approvals: number };
};

const PortalContext = createContext<Portal | null>(null);

/** What every page of a portal has around it: what it knows of the program, and the query cache. */
export function PortalProvider({ portal, children }: { portal: Portal; children: ReactNode }) {
  return (
    <PortalContext value={portal}>
      <QueryProvider>{children}</QueryProvider>
    </PortalContext>
  );
}

/** The portal that this client component is in. */
export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error("usePortal needs the portal's layout above it");
  return portal;
}
