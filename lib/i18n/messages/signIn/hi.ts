import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  title: "साइन इन",
  description: "अपना कार्ड और बैलेंस देखने के लिए।",
  email: "ई-मेल",
  password: "पासवर्ड",
  submit: "साइन इन करें",
  newHere: "यहाँ नए हैं? <join>{program} से जुड़ें</join>",
};
