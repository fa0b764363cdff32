import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  title: "विवरण",
  statement: "विवरण",
  download: "सभी डाउनलोड करें",
  none: "पहला विवरण अगले महीने आएगा",
  noneText: "महीना खत्म होने पर, जो आया और जो गया, वह यहाँ हमेशा के लिए दर्ज होता है।",
  summary: "शुरुआत में {opening} · {cameIn} आए · {wentOut} गए",
  print: "प्रिंट करें",
  made: "{day} को {timeZone} के दिनों के अनुसार बनाया गया। हर लेन-देन ठीक एक विवरण में है: उस महीने के, जिसमें वह दर्ज हुआ।",
  opening: "शुरुआत में",
  closing: "अंत में",
  earned: "कमाए",
  received: "दूसरों से मिले",
  returned: "वापसी के बाद वापस लिए गए",
  spent: "खर्च किए",
  sent: "दूसरों को दिए",
  expired: "समाप्त",
  adjusted: "समायोजित",
  usable: "आपके उपयोग के लिए",
  pending: "लंबित",
  owed: "बकाया",
};
