import {
  Award,
  BadgeEuro,
  Bell,
  ChartNoAxesColumnIncreasing,
  ChevronsUp,
  Gift,
  type LucideIcon,
  Package,
  Ruler,
  Tag,
  Target,
  Ticket,
  Users,
  Webhook,
  X,
} from "lucide-react";
import type { ComponentType } from "react";
import type { Effect } from "@/lib/campaigns/schema";
import type { AddChoice } from "../add-menu";
import {
  BadgeEditor,
  NotifyEditor,
  ProgressEditor,
  SegmentEditor,
  TagEditor,
  TierEditor,
  VoucherEditor,
  WebhookEditor,
} from "./benefit-editors";
import type { EffectEditorProps } from "./editor-props";
import {
  FixedEditor,
  MultiplierEditor,
  PerAmountEditor,
  PerQuantityEditor,
  PerValueEditor,
} from "./point-editors";
import { StepsEditor } from "./steps-editor";

type Kind<K extends Effect["kind"]> = {
  icon: LucideIcon;
  /** How it is added: "Multiply points". */
  label: string;
  note: string;
  keywords: string;
  group: string;
  /** Needs something that only a purchase has. */
  needsPurchase: boolean;
  /** @param unitMinor one whole unit of the currency */
  make: (unitMinor: number) => Extract<Effect, { kind: K }>;
  Editor: ComponentType<EffectEditorProps<K>>;
};

const POINTS = "Points";
const BENEFITS = "Something else";

/** How each kind of effect looks, starts and is edited. */
export const EFFECT_KINDS: { [K in Effect["kind"]]: Kind<K> } = {
  multiplier: {
    icon: X,
    label: "Multiply points",
    note: "double points",
    keywords: "double triple times factor bonus cheapest dearest second third",
    group: POINTS,
    needsPurchase: true,
    make: () => ({ kind: "multiplier", factorPercent: 200, on: "base", rounding: "floor" }),
    Editor: MultiplierEditor,
  },
  per_amount: {
    icon: BadgeEuro,
    label: "Points per amount",
    note: "1 for every euro",
    keywords: "money spend base rate earn cheapest dearest second third",
    group: POINTS,
    needsPurchase: true,
    make: (unitMinor) => ({
      kind: "per_amount",
      points: 1,
      perMinor: unitMinor,
      basis: "basket",
      rounding: "floor",
    }),
    Editor: PerAmountEditor,
  },
  fixed: {
    icon: Gift,
    label: "Fixed points",
    note: "50 each time",
    keywords: "bonus flat welcome",
    group: POINTS,
    needsPurchase: false,
    make: () => ({ kind: "fixed", points: 50 }),
    Editor: FixedEditor,
  },
  per_quantity: {
    icon: Package,
    label: "Points per piece",
    note: "5 for every coffee",
    keywords: "quantity product item bundle set together",
    group: POINTS,
    needsPurchase: true,
    make: () => ({ kind: "per_quantity", points: 5, pieces: 1 }),
    Editor: PerQuantityEditor,
  },
  per_value: {
    icon: Ruler,
    label: "Points per number",
    note: "1 for every mile",
    keywords: "attribute value custom miles nights distance label member event lines",
    group: POINTS,
    needsPurchase: false,
    make: () => ({ kind: "per_value", field: "attributes.", points: 1, per: 1, rounding: "floor" }),
    Editor: PerValueEditor,
  },
  steps: {
    icon: ChartNoAxesColumnIncreasing,
    label: "Points by steps",
    note: "50 from 25, 150 from 50",
    keywords: "tiers table stairs threshold spend",
    group: POINTS,
    needsPurchase: true,
    make: (unitMinor) => ({
      kind: "steps",
      measure: "amountMinor",
      steps: [
        { from: 25 * unitMinor, points: 50 },
        { from: 50 * unitMinor, points: 150 },
      ],
    }),
    Editor: StepsEditor,
  },
  voucher: {
    icon: Ticket,
    label: "Voucher",
    note: "a free coffee",
    keywords: "coupon reward free product",
    group: BENEFITS,
    needsPurchase: false,
    make: () => ({ kind: "voucher", name: "", validDays: 30, costMinor: 0 }),
    Editor: VoucherEditor,
  },
  badge: {
    icon: Award,
    label: "Badge",
    note: "to be proud of",
    keywords: "achievement medal",
    group: BENEFITS,
    needsPurchase: false,
    make: () => ({ kind: "badge", badge: "" }),
    Editor: BadgeEditor,
  },
  progress: {
    icon: Target,
    label: "Challenge progress",
    note: "one of ten stamps",
    keywords: "stamp card goal quest punch",
    group: BENEFITS,
    needsPurchase: false,
    make: () => ({ kind: "progress", challenge: "", by: 1, goal: 10 }),
    Editor: ProgressEditor,
  },
  tier: {
    icon: ChevronsUp,
    label: "Tier",
    note: "lift into gold",
    keywords: "status level upgrade",
    group: BENEFITS,
    needsPurchase: false,
    make: () => ({ kind: "tier", tier: "" }),
    Editor: TierEditor,
  },
  tag: {
    icon: Tag,
    label: "Tag",
    note: "label the member",
    keywords: "label mark",
    group: BENEFITS,
    needsPurchase: false,
    make: () => ({ kind: "tag", tag: "", action: "add" }),
    Editor: TagEditor,
  },
  segment: {
    icon: Users,
    label: "Segment",
    note: "put into, or out of",
    keywords: "group audience",
    group: BENEFITS,
    needsPurchase: false,
    make: () => ({ kind: "segment", segment: "", action: "add" }),
    Editor: SegmentEditor,
  },
  notify: {
    icon: Bell,
    label: "Message",
    note: "tell the member",
    keywords: "notify notification push mail",
    group: BENEFITS,
    needsPurchase: false,
    make: () => ({ kind: "notify", title: "", body: "" }),
    Editor: NotifyEditor,
  },
  webhook: {
    icon: Webhook,
    label: "Call another system",
    note: "https://…",
    keywords: "webhook http api integration",
    group: BENEFITS,
    needsPurchase: false,
    make: () => ({ kind: "webhook", url: "", topic: "" }),
    Editor: WebhookEditor,
  },
};

export type EffectChoice = AddChoice & {
  icon: LucideIcon;
  needsPurchase: boolean;
  make: (unitMinor: number) => Effect;
};

/** The effects that can be added. */
export const EFFECT_CHOICES: readonly EffectChoice[] = Object.entries(EFFECT_KINDS).map(([key, kind]) => ({
  key,
  label: kind.label,
  note: kind.note,
  keywords: kind.keywords,
  group: kind.group,
  icon: kind.icon,
  needsPurchase: kind.needsPurchase,
  make: kind.make,
}));
