import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  title: "كشوف الحساب",
  statement: "كشف الحساب",
  download: "تنزيل الكل",
  none: "يصدر أول كشف مع الشهر القادم",
  noneText: "عند انتهاء كل شهر، يُدوَّن هنا بشكل دائم ما دخل وما خرج.",
  summary: "{opening} في البداية · {cameIn} وارد · {wentOut} صادر",
  print: "طباعة",
  made: "صدر في {day} بتوقيت {timeZone}. ترد كل حركة في كشف واحد فقط: كشف الشهر الذي سُجِّلت فيه.",
  opening: "في البداية",
  closing: "في النهاية",
  earned: "مكتسبة",
  received: "واردة من آخرين",
  returned: "مستردة بعد إرجاع المشتريات",
  spent: "منفقة",
  sent: "محوّلة إلى آخرين",
  expired: "منتهية الصلاحية",
  adjusted: "تعديلات",
  usable: "متاحة لك",
  pending: "قيد الانتظار",
  owed: "مستحقة عليك",
};
