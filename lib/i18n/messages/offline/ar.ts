import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  notice: "أنت غير متصل. بطاقتك تعمل كالمعتاد؛ رصيد {name} كما كان في {when}.",
  tryAgain: "حاول مرة أخرى",
  card: "بطاقتك",
  code: "رمز لصندوق الدفع",
};
