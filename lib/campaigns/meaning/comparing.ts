import { FURTHEST_METRES, metresFrom } from "@/lib/core/great-circle";
import {
  type ComparingCondition,
  type DistanceCondition,
  type Operand,
  type OperandType,
  operandOf,
  typeOf,
} from "../language/comparing";
import { type Nonsense, type Path, when } from "./nonsense";

/** What is wrong with holding one thing against another, whatever they are called. */
export function inComparing(
  { field, op, with: other }: ComparingCondition,
  isCustom: boolean,
  path: Path,
): Nonsense[] {
  const [left, right] = [operandOf(field), operandOf(other)];
  const at = [...path, "with"];
  if (isCustom && isOfPurchases(left)) return [{ path: [...path, "field"], message: ONLY_PURCHASES }];
  if (isCustom && isOfPurchases(right)) return [{ path: at, message: ONLY_PURCHASES }];
  if (isSameThing(left, right)) {
    return [{ path: at, message: "Everything is equal to itself: compare it with something else." }];
  }
  return inTypes(op, { type: typeOf(left), path: [...path, "field"] }, { type: typeOf(right), path: at }, [
    ...path,
    "op",
  ]);
}

const ONLY_PURCHASES = "Only a purchase has this.";

const isOfPurchases = ({ of }: Operand) => of === "event" || of === "lines";

/** Names of attributes are told apart by case, as they are when they are looked up. */
const isSameThing = (one: Operand, other: Operand) => one.of === other.of && one.name === other.name;

type Side = { type: OperandType; path: Path };

const NUMBERS: ReadonlySet<OperandType> = new Set(["number", "money", "pieces", "days"]);
const isText = (type: OperandType) => type === "text" || type === "labels";

function inTypes(op: ComparingCondition["op"], left: Side, right: Side, at: Path): Nonsense[] {
  const [one, other] = [left.type, right.type];
  const isNumeric = (type: OperandType) => NUMBERS.has(type);
  if ((isText(one) && isNumeric(other)) || (isNumeric(one) && isText(other))) {
    return [{ path: right.path, message: "One of the two is a name and the other a number." }];
  }
  if ((op === "at_least" || op === "at_most") && (isText(one) || isText(other))) {
    return [{ path: at, message: "These are names, not numbers: compare them with is or is not." }];
  }
  const isAlike = one === other || one === "number" || other === "number";
  return when(
    isNumeric(one) && isNumeric(other) && !isAlike,
    right.path,
    "Money, pieces and days are not the same kind of number: comparing them says nothing.",
  );
}

/** What is wrong with a place, or with how far from it something may be. */
export function inDistance({ place, withinMetres, attributes }: DistanceCondition, path: Path): Nonsense[] {
  return [
    ...when(
      place.latitude === 0 && place.longitude === 0,
      [...path, "place", "latitude"],
      "Say where the place is: its latitude and longitude, as a map shows them.",
    ),
    ...when(
      withinMetres >= FURTHEST_METRES,
      [...path, "withinMetres"],
      "No place on Earth is further away than that: it always holds.",
    ),
    ...when(
      attributes.latitude === attributes.longitude,
      [...path, "attributes", "longitude"],
      "One number cannot be both the latitude and the longitude.",
    ),
  ];
}

/** What two comparisons of the same two things, or two places, say together where both must hold. */
export function inComparingPair(
  earlier: ComparingCondition | DistanceCondition,
  later: ComparingCondition | DistanceCondition,
  path: Path,
): Nonsense[] {
  if (earlier.kind === "distance" && later.kind === "distance") {
    return when(areApart(earlier, later), path, "Nowhere is near both this place and the one above.");
  }
  if (earlier.kind !== "compare" || later.kind !== "compare") return [];
  const isEither = [later.op, earlier.op].every((op) => op === "is" || op === "is_not");
  if (!isEither || pairOf(earlier) !== pairOf(later)) return [];
  return earlier.op === later.op
    ? [{ path, message: "The same condition stands above already." }]
    : [{ path: [...path, "op"], message: "Nothing is both this and what stands above." }];
}

/** The two things, whichever stands first. */
const pairOf = ({ field, with: other }: ComparingCondition) => [field, other].sort().join(" ");

/** Whether the circles around two places have nothing in common; the places are looked for in the same attributes. */
function areApart(one: DistanceCondition, other: DistanceCondition): boolean {
  const isSame =
    one.attributes.latitude === other.attributes.latitude &&
    one.attributes.longitude === other.attributes.longitude;
  // Each distance is rounded to the metre.
  return isSame && metresFrom(one.place)(other.place) > one.withinMetres + other.withinMetres + 2;
}
