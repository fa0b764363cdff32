import {
  CalendarDays,
  CalendarHeart,
  Clock,
  Equal,
  LocateFixed,
  type LucideIcon,
  Package,
  Repeat,
  ShoppingBasket,
  Ticket,
  UserRound,
  Waypoints,
} from "lucide-react";
import type { ComponentType } from "react";
import { BasketEditor, LinesEditor } from "./basket-editors";
import { CodeEditor } from "./code-editor";
import { ComparingEditor } from "./comparing-editor";
import { DistanceEditor } from "./distance-editor";
import type { ConditionEditorProps } from "./editor-props";
import { EventEditor } from "./event-editor";
import type { Leaf } from "./groups";
import { HistoryEditor } from "./history-editor";
import { MemberEditor } from "./member-editor";
import { AnniversaryEditor, DatesEditor, TimeEditor } from "./time-editors";

type Kinds = {
  [K in Leaf["kind"]]: { icon: LucideIcon; Editor: ComponentType<ConditionEditorProps<K>> };
};

/** How each kind of condition looks and is edited. */
export const CONDITION_KINDS: Kinds = {
  event: { icon: Waypoints, Editor: EventEditor },
  time: { icon: Clock, Editor: TimeEditor },
  dates: { icon: CalendarDays, Editor: DatesEditor },
  lines: { icon: Package, Editor: LinesEditor },
  basket: { icon: ShoppingBasket, Editor: BasketEditor },
  member: { icon: UserRound, Editor: MemberEditor },
  anniversary: { icon: CalendarHeart, Editor: AnniversaryEditor },
  anniversary_month: { icon: CalendarHeart, Editor: AnniversaryEditor },
  code: { icon: Ticket, Editor: CodeEditor },
  compare: { icon: Equal, Editor: ComparingEditor },
  distance: { icon: LocateFixed, Editor: DistanceEditor },
  history: { icon: Repeat, Editor: HistoryEditor },
};
