import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  notice: "आप ऑफ़लाइन हैं। आपका कार्ड फिर भी काम करेगा; {name} {when} के अनुसार हैं।",
  tryAgain: "फिर कोशिश करें",
  card: "आपका कार्ड",
  code: "काउंटर के लिए कोड",
};
