export type LookUpOption = { value: string; label: string; note?: string | undefined };

const folded = (text: string) => text.trim().toLowerCase();

/** The option whose value or name this is, however it is capitalised. */
export function optionNamed(options: readonly LookUpOption[], text: string): LookUpOption | undefined {
  const wanted = folded(text);
  return options.find(({ value, label }) => folded(value) === wanted || folded(label) === wanted);
}

/**
 * What is offered to somebody who types: options that contain it, those that begin with it first, and, unless it names
 * one of them, the text itself at the end. Enter takes the first: "cof" means Coffee.
 * @param mayBeNew whether the text itself may be meant
 */
export function offeredFor(
  options: readonly LookUpOption[],
  text: string,
  mayBeNew: boolean,
): LookUpOption[] {
  const wanted = folded(text);
  if (wanted === "") return [...options];
  const exact = optionNamed(options, text);
  const begins = ({ label }: LookUpOption) => folded(label).startsWith(wanted);
  const others = options.filter(
    (option) => option !== exact && folded(`${option.value} ${option.label}`).includes(wanted),
  );
  const found = [...others.filter(begins), ...others.filter((option) => !begins(option))];
  if (exact) return [exact, ...found];
  if (!mayBeNew) return found;
  return [...found, { value: text.trim(), label: `“${text.trim()}”`, note: "as typed" }];
}
