import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  title: "المكافآت",
  balance: "لديك {amount}",
  search: "ابحث في المكافآت",
  clearSearch: "مسح البحث",
  sort: "الترتيب",
  sorts: {
    recommended: "موصى بها",
    points: "الأقل سعرًا",
    newest: "الأحدث",
  },
  categories: "الفئات",
  all: "الكل",
  onlyReady: "متاحة لك",
  price: "{points} + {money}",
  standing: {
    ready: "يمكنك الحصول عليها",
    short: "يتبقّى {amount}",
    sold_out: "نفدت",
    limit_reached:
      "{per, select, day {متاحة لك غدًا} week {متاحة لك الأسبوع القادم} month {متاحة لك الشهر القادم} year {متاحة لك العام القادم} other {سبق أن حصلت عليها}}",
    not_yet: "ابتداءً من {day}",
    over: "لم تعد متاحة",
    fromTier: "ابتداءً من فئة {tier}",
    forTiers: "لفئات {tiers}",
  },
  progress: "{reward}: {have, number} من {need, number}",
  left: "{count, plural, zero {لم يبقَ شيء} one {بقيت واحدة فقط} two {بقيت اثنتان فقط} few {بقيت # فقط} many {بقيت # فقط} other {بقيت # فقط}}",
  until: "حتى {day}",
  from: "من {partner}",
  about: "الوصف",
  howToUse: "طريقة الاستخدام",
  terms: "الشروط",
  good: "معلومات مفيدة",
  facts: {
    code: "تحصل على الرمز فورًا.",
    manual: "نجهّزها لك ونخبرك.",
    partner_api: "يجهّزها لك {partner}.",
    none: "لا شيء تستلمه: تصل إلى من يحتاجها.",
    value: "تخصم {money} من فاتورتك.",
    donation: "تتبرّع بمبلغ {money}.",
    validDays:
      "{count, plural, zero {تُستخدم اليوم.} one {تُستخدم حتى اليوم التالي.} two {تُستخدم خلال يومين.} few {تُستخدم خلال # أيام.} many {تُستخدم خلال # يومًا.} other {تُستخدم خلال # يوم.}}",
    perMember:
      "{per, select, day {{count, number} في اليوم على الأكثر} week {{count, number} في الأسبوع على الأكثر} month {{count, number} في الشهر على الأكثر} year {{count, number} في السنة على الأكثر} other {{count, number} لكل عضو على الأكثر}}",
    stores: "تُقبل في: {stores}",
  },
  back: "كل المكافآت",
  none: "لا توجد مكافآت بعد",
  noneText: "ستجد هنا ما يمكنك الحصول عليه مقابل {name}. واصل الجمع: لا يضيع شيء.",
  noneFound: "لا نتائج",
  noneFoundText: "ابحث عن شيء آخر، أو اطّلع على كل ما لدينا.",
  showAll: "عرض كل المكافآت",
};
