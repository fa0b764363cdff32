import {
  type COMPARED_FIELDS,
  type ComparingCondition,
  DAYS_SINCE_JOINING,
  type OperandType,
  operandOf,
  SEGMENTS,
  TAGS,
  TIER,
  typeOf,
} from "@/lib/campaigns/schema";
import type { SelectOption } from "../controls";

/** What a side of a comparison is chosen from; those that end in a point are told apart by a name of their own. */
export type SideChoice =
  | (typeof COMPARED_FIELDS)[number]
  | "attributes."
  | "lines."
  | "member."
  | `member.${string}`;

const EVENT = "This event";
const MEMBER = "The member";

const SIDES: readonly SelectOption<SideChoice>[] = [
  { value: "member.", label: "the member’s attribute", group: MEMBER },
  { value: `member.${TIER}`, label: "the member’s tier", group: MEMBER },
  { value: `member.${SEGMENTS}`, label: "the member’s segments", group: MEMBER },
  { value: `member.${TAGS}`, label: "the member’s tags", group: MEMBER },
  { value: `member.${DAYS_SINCE_JOINING}`, label: "the days since joining", group: MEMBER },
  { value: "store", label: "the store", group: EVENT },
  { value: "channel", label: "the channel", group: EVENT },
  { value: "device", label: "the device", group: EVENT },
  { value: "amountMinor", label: "the total paid", group: EVENT },
  { value: "quantity", label: "the number of pieces", group: EVENT },
  { value: "attributes.", label: "the attribute", group: EVENT },
  { value: "lines.", label: "the sum of the label", group: EVENT },
];

const OPERATORS: readonly SelectOption<ComparingCondition["op"]>[] = [
  { value: "is", label: "is" },
  { value: "is_not", label: "is not" },
  { value: "at_least", label: "is at least" },
  { value: "at_most", label: "is at most" },
];

/** Which choice a side of the rule is: `member.homeStore` is an attribute of the member. */
export function choiceOf(field: string): SideChoice {
  const exact = SIDES.find(({ value }) => value === field);
  if (exact) return exact.value;
  const { of } = operandOf(field);
  return of === "member" ? "member." : of === "lines" ? "lines." : "attributes.";
}

/** What the first side can be: something of the event. */
export const LEFT_SIDES = SIDES.filter(({ value }) => !value.startsWith("member.")).map(
  ({ value, label }) => ({ value, label }),
);

const typeOfChoice = (choice: SideChoice): OperandType => typeOf(operandOf(choice));
const NUMBERS: ReadonlySet<OperandType> = new Set(["number", "money", "pieces", "days"]);
const isText = (type: OperandType) => type === "text" || type === "labels";

/** Whether holding one kind of thing against another can mean something. */
function isComparable(one: OperandType, other: OperandType): boolean {
  if (one === "any" || other === "any") return true;
  if (isText(one) || isText(other)) return isText(one) && isText(other);
  return one === other || one === "number" || other === "number";
}

/** What the second side can be beside the first; what stands there already stays on offer. */
export function rightSides({ field, with: other }: ComparingCondition): SelectOption<SideChoice>[] {
  const [left, chosen] = [choiceOf(field), choiceOf(other)];
  const hasName = left.endsWith(".");
  return SIDES.filter(
    ({ value }) =>
      value === chosen ||
      ((hasName || value !== left) && isComparable(typeOfChoice(left), typeOfChoice(value))),
  );
}

/** The comparisons that fit both sides; of several labels one must fit, or none. */
export function operatorsOf({ field, op, with: other }: ComparingCondition): typeof OPERATORS {
  const types = [typeOf(operandOf(field)), typeOf(operandOf(other))];
  const fitting = types.some(isText) ? OPERATORS.slice(0, 2) : OPERATORS;
  if (types.includes("labels")) {
    return [
      { value: "is", label: "is one of" },
      { value: "is_not", label: "is none of" },
    ];
  }
  return fitting.some(({ value }) => value === op) ? fitting : OPERATORS;
}

/** The comparison with another first side: what it can no longer be held against gives way. */
export function withLeft(condition: ComparingCondition, field: SideChoice): ComparingCondition {
  const type = typeOfChoice(field);
  const isKept = condition.with !== field && isComparable(type, typeOf(operandOf(condition.with)));
  return withFittingOperator({ ...condition, field, with: isKept ? condition.with : "member." });
}

/** The comparison with another second side. */
export function withRight(condition: ComparingCondition, other: SideChoice): ComparingCondition {
  return withFittingOperator({ ...condition, with: other });
}

/** Sums are seldom equal to something; names are nothing but equal or not. */
function withFittingOperator(condition: ComparingCondition): ComparingCondition {
  const types = [typeOf(operandOf(condition.field)), typeOf(operandOf(condition.with))];
  const isBound = condition.op === "at_least" || condition.op === "at_most";
  if (types.some(isText)) return isBound ? { ...condition, op: "is" } : condition;
  return !isBound && types.some((type) => NUMBERS.has(type)) ? { ...condition, op: "at_least" } : condition;
}
