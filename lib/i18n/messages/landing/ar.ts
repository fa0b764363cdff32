import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  headline: "اجمع {points} لدى {program}",
  lead: "بطاقتك على هاتفك، وعروض بكلمات واضحة، ومكافآت على ما تشتريه أصلًا.",
  description: "انضم إلى {program}: {points} مقابل مشترياتك، وعروض ومكافآت، والبطاقة على هاتفك.",
  invited: "دعاك صديق: {points} لك مع أول عملية شراء.",
  join: "انضم مجانًا",
  signIn: "تسجيل الدخول",
  myCard: "بطاقتي",
  sampleCard: "بطاقتك",
  how: "كيف يعمل",
  step1: "انضم",
  step1Text: "يكفي اسمك وبريدك. بعد نصف دقيقة تصبح البطاقة على هاتفك.",
  step2: "اجمع",
  step2Text: "أظهر رمزك عند الدفع، فتصلك {points} خلال ثوانٍ، ولكل منها سببها.",
  step3: "اختر",
  step3Text: "خذ ما يعجبك مقابل {points}.",
  step3From: "خذ ما يعجبك مقابل {points}، بدءًا من {price}.",
  offers: "العروض الحالية",
  rewards: "ما يمكنك الحصول عليه",
  plusMoney: "{points} و{money}",
  closing: "جاهز خلال نصف دقيقة",
};
