import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  title: "القسائم",
  intro: "اضغط على الرمز لإظهاره عند صندوق الدفع، أو اقرأه بصوت عالٍ. يُستخدم كل رمز مرة واحدة.",
  none: "لا توجد قسائم حاليًا",
  noneText: "عندما يمنحك عرضٌ قسيمة، تجدها هنا مع رمزها.",
  toUse: "جاهزة للاستخدام",
  over: "مستخدمة ومنتهية",
  show: "أظهر القسيمة «{name}» عند صندوق الدفع",
  noLastDay: "بلا تاريخ انتهاء",
  until: "حتى نهاية يوم {day}",
  usedOn: "استُخدمت {day}",
  expiredOn: "انتهت {day}",
  withdrawnOn: "سُحبت {day}",
};
