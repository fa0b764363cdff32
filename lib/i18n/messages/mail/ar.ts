import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  codeSubject: "{code} هو رمزك لدى {program}",
  joinHeading: "مرحبًا بك في {program}",
  joinText: "اكتب هذا الرمز لإكمال الانضمام. يظل صالحًا لمدة {minutes, number} دقائق.",
  alreadyHeading: "لديك بطاقة بالفعل لدى {program}",
  alreadyText: "لا حاجة إلى الانضمام مجددًا: هذا الرمز يفتح بطاقتك. يظل صالحًا لمدة {minutes, number} دقائق.",
  signInHeading: "رمزك لدى {program}",
  signInText: "اكتب هذا الرمز لفتح بطاقتك. يظل صالحًا لمدة {minutes, number} دقائق.",
  leaveHeading: "مغادرة {program}",
  leaveText: "اكتب هذا الرمز لحذف عضويتك في {program}. يظل صالحًا لمدة {minutes, number} دقائق.",
  unknownSubject: "لا توجد بطاقة لدى {program} بعد",
  unknownHeading: "لا توجد لدى {program} بطاقة بهذا العنوان",
  unknownText:
    "طلب أحدهم تسجيل الدخول به. إن كنت أنت، فيمكنك الانضمام خلال دقيقة، أو تجربة العنوان الذي انضممت به.",
  join: "انضم إلى {program}",
  changeHeading: "عنوانك الجديد",
  changeText:
    "اكتب هذا الرمز وسيراسلك {program} على هذا العنوان من الآن فصاعدًا. يظل صالحًا لمدة {minutes, number} دقائق.",
  takenSubject: "لهذا العنوان بطاقة لدى {program}",
  takenHeading: "هذا العنوان مرتبط ببطاقة بالفعل",
  takenText: "طلب أحد أعضاء {program} استخدامه. لم يتغير شيء.",
  changedSubject: "تم تغيير عنوانك لدى {program}",
  changedHeading: "لديك الآن عنوان آخر",
  changedText:
    "من الآن يراسلك {program} على العنوان الجديد، وبه تسجّل الدخول. إن لم تكن أنت من فعل ذلك، فأخبر {program} فورًا.",
  blockedSubject: "بطاقتك لدى {program}",
  blockedHeading: "بطاقتك محظورة",
  blockedText: "لا يمكنك تسجيل الدخول حاليًا. يُرجى سؤال {program}.",
  notYou: "لم تطلب هذا؟ إذن لا تفعل شيئًا: لا يدخل أحد دون الرمز.",
};
