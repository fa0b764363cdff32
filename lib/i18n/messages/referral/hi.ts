import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  referrerReason: "आपके बुलाए दोस्त ने पहली ख़रीद की",
  refereeReason: "स्वागत है: न्योते पर आपकी पहली ख़रीद",
  takenBackReason: "जिस खरीदारी के लिए ये मिले थे, वह लौटा दी गई",
  title: "दोस्तों को बुलाएँ",
  both: "उनकी पहली ख़रीद पर आपको {mine} और उन्हें {theirs} मिलते हैं।",
  mineOnly: "उनकी पहली ख़रीद पर आपको {mine} मिलते हैं।",
  theirsOnly: "उनकी पहली ख़रीद पर उन्हें {theirs} मिलते हैं।",
  minimum: "कम से कम {amount} की।",
  waits: "{days, plural, one {इनाम # दिन बाद मिलता है।} other {इनाम # दिन बाद मिलता है।}}",
  limit: "{count, plural, one {महीने में ज़्यादा से ज़्यादा #।} other {महीने में ज़्यादा से ज़्यादा #।}}",
  share: "लिंक साझा करें",
  copy: "लिंक कॉपी करें",
  copied: "लिंक कॉपी हो गया",
  showQr: "QR कोड दिखाएँ",
  qrText: "दोस्त को अपने कैमरे से इसे स्कैन करने दें।",
  code: "आपका कोड",
  shareText: "मेरे साथ {program} से जुड़ें",
  joined: "{count, plural, =0 {आपके लिंक से अभी कोई नहीं जुड़ा।} one {# दोस्त जुड़ा।} other {# दोस्त जुड़े।}}",
  earned: "{points} कमाए",
};
