import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  title: "النشاط",
  statements: "كشوف الحساب",
  press: "اضغط على أي سطر لمعرفة السبب.",
  show: "عرض",
  all: "الكل",
  earned: "المكتسبة",
  returned: "المستردّة",
  expired: "المنتهية",
  transferred: "المرسلة والمشتركة",
  none: {
    all: "لا شيء هنا بعد",
    earned: "لا شيء هنا بعد",
    returned: "لم يُسترد شيء",
    expired: "لم تنتهِ صلاحية شيء",
    transferred: "لم يُرسل أو يُشارك شيء",
  },
  noneText: {
    all: "أظهر بطاقتك عند الدفع. بعد ثوانٍ تصل {name} إلى هنا، مع سبب كلٍّ منها.",
    earned: "أظهر بطاقتك عند الدفع. بعد ثوانٍ تصل {name} إلى هنا، مع سبب كلٍّ منها.",
    returned: "عند إرجاع شيء، تُسترد {name} التي منحك إياها وتُدرج هنا.",
    expired: "استُخدمت {name} لديك دائمًا في موعدها.",
    transferred: "ما ترسله إلى الآخرين أو تتلقاه منهم أو تشاركه في صندوق مشترك يظهر هنا.",
  },
  showOlder: "عرض الأقدم",
  reversed: "أُلغي لاحقًا",
  gaveOrTook: "ما منح {name} أو أخذها",
  noOffer: "لم يمنح أي عرض {name} مقابل هذا.",
  notCounted: "لم يُحتسب هنا",
};
