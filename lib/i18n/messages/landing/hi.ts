import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  headline: "{program} में {points} जुटाएँ",
  lead: "फ़ोन पर आपका कार्ड, साफ़ शब्दों में ऑफ़र, और जो आप वैसे भी ख़रीदते हैं उस पर इनाम।",
  description: "{program} से जुड़ें: ख़रीद पर {points}, ऑफ़र और इनाम, कार्ड आपके फ़ोन पर।",
  invited: "दोस्त ने आपको बुलाया है: पहली ख़रीद पर {points} आपके।",
  join: "मुफ़्त में जुड़ें",
  signIn: "साइन इन करें",
  myCard: "मेरा कार्ड",
  sampleCard: "आपका कार्ड",
  how: "यह कैसे काम करता है",
  step1: "जुड़ें",
  step1Text: "नाम और ई-मेल काफ़ी हैं। आधे मिनट में कार्ड आपके फ़ोन पर होता है।",
  step2: "जुटाएँ",
  step2Text: "भुगतान करते समय अपना कोड दिखाएँ। कुछ ही सेकंड में {points} आ जाते हैं, हर एक की वजह के साथ।",
  step3: "चुनें",
  step3Text: "अपने {points} से जो पसंद हो, ले लें।",
  step3From: "अपने {points} से जो पसंद हो, ले लें। शुरुआत {price} से।",
  offers: "अभी के ऑफ़र",
  rewards: "आप क्या पा सकते हैं",
  plusMoney: "{points} और {money}",
  closing: "आधे मिनट में तैयार",
};
