import type { Language } from "../locales";
import { activity } from "./activity";
import { activityPage } from "./activityPage";
import { amounts } from "./amounts";
import { common } from "./common";
import { entry } from "./entry";
import { errors } from "./errors";
import { fields } from "./fields";
import { inbox } from "./inbox";
import { landing } from "./landing";
import { mail } from "./mail";
import { offer } from "./offer";
import { offline } from "./offline";
import { pools } from "./pools";
import { privacy } from "./privacy";
import { profile } from "./profile";
import { push } from "./push";
import { redemptions } from "./redemptions";
import { referral } from "./referral";
import { rewards } from "./rewards";
import { send } from "./send";
import { signIn } from "./signIn";
import { statements } from "./statements";
import { vouchers } from "./vouchers";
import { wallet } from "./wallet";

/**
 * Everything that is said to members, by namespace and language: ICU messages, a folder for each namespace. English
 * gives the keys and the arguments, and the types are taken from it.
 */
export const MESSAGES = {
  activity,
  activityPage,
  amounts,
  common,
  entry,
  errors,
  fields,
  inbox,
  landing,
  mail,
  offer,
  offline,
  pools,
  privacy,
  profile,
  push,
  redemptions,
  referral,
  rewards,
  send,
  signIn,
  statements,
  vouchers,
  wallet,
};

export type Namespace = keyof typeof MESSAGES;
export type Messages = { [Name in Namespace]: (typeof MESSAGES)[Name]["en"] };

/** All messages of one language. To the type checker they are the English ones, which name the arguments. */
export function messagesIn(language: Language): Messages {
  const words = Object.entries(MESSAGES).map(([namespace, languages]) => [namespace, languages[language]]);
  return Object.fromEntries(words);
}
