import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  referrerReason: "صديق دعوته أتمّ أول عملية شراء",
  refereeReason: "مرحبًا: أول عملية شراء لك بدعوة",
  takenBackReason: "أُعيدت المشتريات التي مُنحت هذه من أجلها",
  title: "ادعُ أصدقاءك",
  both: "تحصل أنت على {mine} ويحصلون هم على {theirs} عند أول عملية شراء لهم.",
  mineOnly: "تحصل على {mine} عند أول عملية شراء لهم.",
  theirsOnly: "يحصلون على {theirs} عند أول عملية شراء لهم.",
  minimum: "بقيمة {amount} على الأقل.",
  waits:
    "{days, plural, zero {تصل المكافأة بعد # يوم.} one {تصل المكافأة بعد يوم واحد.} two {تصل المكافأة بعد يومين.} few {تصل المكافأة بعد # أيام.} many {تصل المكافأة بعد # يومًا.} other {تصل المكافأة بعد # يوم.}}",
  limit:
    "{count, plural, zero {# في الشهر على الأكثر.} one {واحد في الشهر على الأكثر.} two {اثنان في الشهر على الأكثر.} few {# في الشهر على الأكثر.} many {# في الشهر على الأكثر.} other {# في الشهر على الأكثر.}}",
  share: "مشاركة الرابط",
  copy: "نسخ الرابط",
  copied: "تم نسخ الرابط",
  showQr: "إظهار رمز QR",
  qrText: "دع صديقك يمسحه بكاميرته.",
  code: "رمزك",
  shareText: "انضم إليّ في {program}",
  joined:
    "{count, plural, =0 {لم ينضم أحد عبر رابطك بعد.} zero {لم ينضم أحد بعد.} one {انضم صديق واحد.} two {انضم صديقان.} few {انضم # أصدقاء.} many {انضم # صديقًا.} other {انضم # صديق.}}",
  earned: "كسبت {points}",
};
