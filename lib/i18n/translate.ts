import { createTranslator } from "use-intl/core";
import { DEFAULT_LOCALE, languageOf, spokenLanguage } from "./locales";
import { MESSAGES, type Messages, type Namespace } from "./messages";

/** Says the messages of one namespace: `t("key", { argument })`. */
export type Translator<Name extends Namespace> = ReturnType<typeof createTranslator<Messages, Name>>;

/** Browsers can ask for any tag: the oldest goes first. */
const MAX_TRANSLATORS = 1_000;
const translators = new Map<string, unknown>();

/**
 * For what is worded outside a page: pushes, mails, lines of activity. Pages and components take
 * `getTranslations` or `useTranslations` of next-intl, which know the language of the request.
 * @param locale BCP 47: words in its language, or English; numbers, dates and plurals as it writes them
 * @throws IntlError for an argument that is missing
 */
export function translate<const Name extends Namespace>(locale: string, namespace: Name): Translator<Name> {
  const key = `${locale} ${namespace}`;
  const known = translators.get(key);
  if (known !== undefined) return known as Translator<Name>;
  const [oldest] = translators.keys();
  if (translators.size >= MAX_TRANSLATORS && oldest !== undefined) translators.delete(oldest);
  const made = makeTranslator(locale, namespace);
  translators.set(key, made);
  return made as Translator<Name>;
}

function makeTranslator<const Name extends Namespace>(locale: string, namespace: Name): unknown {
  return createTranslator({
    // A language that is not spoken is said in English, and so are its plurals.
    locale: languageOf(locale) === null ? DEFAULT_LOCALE : locale,
    messages: { [namespace]: MESSAGES[namespace][spokenLanguage(locale)] },
    namespace,
    onError: (error) => {
      throw error;
    },
  });
}

/** Keys of messages, `gains.perAmount`, from their tree. */
export type MessageKey<Tree, Path extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Key}`
    : MessageKey<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** Says a message, with the gaps closed that empty arguments leave. */
export type Compose<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number | boolean>>,
) => string;

/**
 * The same for sentences that are put together from clauses, where which message is said is decided as it runs: keys
 * are checked by types, arguments by whoever says them.
 * @throws IntlError for an argument that is missing
 */
export function composer<const Name extends Namespace>(
  locale: string,
  namespace: Name,
): Compose<MessageKey<Messages[Name]>> {
  const t: unknown = translate(locale, namespace as "common");
  const say = t as (key: string, values: Record<string, string | number>) => string;
  return (key, values = {}) => {
    const written = Object.entries(values).map(([name, value]): [string, string | number] => [
      name,
      // A choice is made by text.
      typeof value === "boolean" ? String(value) : value,
    ]);
    return closeGaps(say(key, Object.fromEntries(written)));
  };
}

function closeGaps(text: string): string {
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ (?=[,.:;،।)])/g, "")
    .replace(/\( /g, "(")
    .trim();
}
