import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  title: "वाउचर",
  intro: "काउंटर पर दिखाने के लिए कोड पर टैप करें, या उसे पढ़कर बताएँ। हर कोड एक बार चलता है।",
  none: "अभी कोई वाउचर नहीं है",
  noneText: "जब कोई ऑफ़र आपको वाउचर देगा, वह अपने कोड के साथ यहाँ होगा।",
  toUse: "उपयोग के लिए",
  over: "इस्तेमाल हुए और समाप्त",
  show: "“{name}” वाउचर काउंटर पर दिखाएँ",
  noLastDay: "कोई अंतिम तारीख नहीं",
  until: "{day} तक, पूरे दिन",
  usedOn: "{day} को इस्तेमाल हुआ",
  expiredOn: "{day} को समाप्त",
  withdrawnOn: "{day} को वापस लिया गया",
};
