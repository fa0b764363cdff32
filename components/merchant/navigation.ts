import type { LucideIcon } from "lucide-react";
import {
  BadgeCheck,
  Braces,
  CircleDollarSign,
  Coins,
  FileJson,
  FileUp,
  FlaskConical,
  Gift,
  HandCoins,
  Handshake,
  KeyRound,
  Layers,
  LayoutDashboard,
  ListChecks,
  Mails,
  Medal,
  Megaphone,
  Palette,
  ScanLine,
  ScrollText,
  ShieldCheck,
  ShieldUser,
  UserRoundPlus,
  Users,
  UsersRound,
  Webhook,
} from "lucide-react";
import type { Permission } from "@/lib/auth/permissions";

export type Destination = {
  label: string;
  /** Below `/p/<program>`, or from the root where `absolute`. */
  path: string;
  absolute?: boolean;
  icon: LucideIcon;
  /** What somebody must be allowed to see it; nothing where it is open to the whole team. */
  permission?: Permission;
  /** Words that the palette finds it by, beside its label. */
  keywords?: string;
  /** Which of the portal's counts stands beside it while it is above zero. */
  badge?: "approvals";
};

export type Section = { title: string | null; destinations: Destination[] };

/** The portal's pages, in the order of the sidebar. */
export const SECTIONS: readonly Section[] = [
  {
    title: null,
    destinations: [
      { label: "Overview", path: "", icon: LayoutDashboard, keywords: "home figures live" },
      {
        label: "Counter",
        path: "/counter",
        icon: ScanLine,
        permission: "vouchers:use",
        keywords: "till cashier scan earn redeem voucher",
      },
      {
        label: "Campaigns",
        path: "/campaigns",
        icon: Megaphone,
        permission: "campaigns:read",
        keywords: "rules points",
      },
      {
        label: "Simulator",
        path: "/simulator",
        icon: FlaskConical,
        permission: "campaigns:read",
        keywords: "replay try what if forecast cost",
      },
      {
        label: "Members",
        path: "/members",
        icon: Users,
        permission: "members:read",
        keywords: "customers people wallet",
      },
      {
        label: "Rewards",
        path: "/rewards",
        icon: Gift,
        permission: "rewards:read",
        keywords: "catalogue prizes vouchers stock",
      },
      {
        label: "Segments",
        path: "/segments",
        icon: ListChecks,
        permission: "members:read",
        keywords: "lists groups audience",
      },
      {
        label: "Pools",
        path: "/pools",
        icon: HandCoins,
        permission: "wallet:read",
        keywords: "household family team shared points",
      },
      {
        label: "Partners",
        path: "/partners",
        icon: Handshake,
        permission: "partners:manage",
        keywords: "sponsors suppliers companies settlement owed",
      },
      {
        label: "Events",
        path: "/events",
        icon: ScrollText,
        permission: "events:read",
        keywords: "purchases inspector dead letters",
      },
      {
        label: "Imports",
        path: "/imports",
        icon: FileUp,
        permission: "imports:write",
        keywords: "csv file upload",
      },
      {
        label: "Bulk credits",
        path: "/credits",
        icon: Coins,
        permission: "points:adjust",
        keywords: "give points csv file bonus",
      },
      {
        label: "Approvals",
        path: "/approvals",
        icon: BadgeCheck,
        permission: "points:adjust",
        keywords: "adjustments second person waiting",
        badge: "approvals",
      },
      {
        label: "Ledger",
        path: "/ledger",
        icon: ShieldCheck,
        permission: "ledger:read",
        keywords: "verify chain heads days midnight expiry",
      },
    ],
  },
  {
    title: "Developers",
    destinations: [
      {
        label: "API keys",
        path: "/developers/keys",
        icon: KeyRound,
        permission: "keys:manage",
        keywords: "secret token",
      },
      {
        label: "Webhooks",
        path: "/developers/webhooks",
        icon: Webhook,
        permission: "webhooks:manage",
        keywords: "calls signature secret retry",
      },
      {
        label: "Outgoing mail",
        path: "/developers/mail",
        icon: Mails,
        permission: "mail:manage",
        keywords: "e-mail codes smtp sent failed",
      },
      {
        label: "API reference",
        path: "/docs/api",
        absolute: true,
        icon: Braces,
        keywords: "openapi documentation",
      },
    ],
  },
  {
    title: "Settings",
    destinations: [
      {
        label: "Branding",
        path: "/settings/brand",
        icon: Palette,
        permission: "program:manage",
        keywords: "logo colour accent card art name public page",
      },
      {
        label: "Referrals",
        path: "/settings/referrals",
        icon: UserRoundPlus,
        permission: "program:manage",
        keywords: "invite friends link both sides reward",
      },
      {
        label: "Points",
        path: "/settings/points",
        icon: CircleDollarSign,
        permission: "program:manage",
        keywords: "point types expiry pending returns limits approval policy",
      },
      {
        label: "Campaign settings",
        path: "/settings/campaigns",
        icon: Layers,
        permission: "program:manage",
        keywords: "groups stacking sponsors funding approval second person",
      },
      {
        label: "Privacy",
        path: "/settings/privacy",
        icon: ShieldUser,
        permission: "program:manage",
        keywords: "gdpr consents retention erasure grace personal data",
      },
      {
        label: "Program as code",
        path: "/settings/code",
        icon: FileJson,
        permission: "program:manage",
        keywords: "export import plan apply sandbox production copy json",
      },
      {
        label: "Tiers",
        path: "/settings/tiers",
        icon: Medal,
        permission: "program:manage",
        keywords: "levels gold silver status",
      },
      {
        label: "Team",
        path: "/settings/team",
        icon: UsersRound,
        permission: "team:manage",
        keywords: "roles invite people",
      },
    ],
  },
];

export function hrefOf(program: string, destination: Destination): string {
  return destination.absolute ? destination.path : `/p/${program}${destination.path}`;
}

/** The sections without what the permissions do not open, and without sections that are left empty. */
export function sectionsFor(permissions: readonly Permission[]): Section[] {
  return SECTIONS.map((section) => ({
    ...section,
    destinations: section.destinations.filter(
      ({ permission }) => permission === undefined || permissions.includes(permission),
    ),
  })).filter((section) => section.destinations.length > 0);
}
