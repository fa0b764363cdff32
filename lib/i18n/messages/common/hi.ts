import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  skipToContent: "मुख्य सामग्री पर जाएँ",
  points: "पॉइंट",
  language: "भाषा",
  close: "बंद करें",
  cancel: "रद्द करें",
  save: "सहेजें",
  saved: "सहेजा गया",
  tryAgain: "फिर कोशिश करें",
  optional: "वैकल्पिक",
  noConnection: "कनेक्शन नहीं है। कुछ भी सहेजा नहीं गया; कनेक्शन आने पर फिर कोशिश करें।",
};
