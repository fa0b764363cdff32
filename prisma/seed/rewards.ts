import { Readable } from "node:stream";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { fromTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { uploadImage } from "@/lib/images";
import { addPartner } from "@/lib/partners";
import {
  changeReward,
  createCategory,
  createPool,
  createReward,
  type NewCategory,
  type NewReward,
  publishReward,
  readCodes,
  uploadCodes,
} from "@/lib/rewards";
import { Random } from "./random";
import { drawMotif, type MotifName } from "./reward-art";

const PARTNER = { name: "Alpine Roasters", email: "lea@alpineroasters.example" };
const POOL = "Alpine Roasters, 10 € off";
const CODES = 200;

const CATEGORIES: readonly NewCategory[] = [
  { code: "cafe", name: "In the café", names: { de: "Im Café", ar: "في المقهى" } },
  { code: "home", name: "For home", names: { de: "Für zu Hause", ar: "للمنزل" } },
  { code: "more", name: "More than coffee", names: { de: "Mehr als Kaffee", ar: "أكثر من القهوة" } },
];

type DemoReward = NewReward & { art: MotifName; from?: "partner" | "pool"; soldOut?: true; draft?: true };

const AT_THE_TILL = "Show the code at the till **before** you pay. It is scanned or typed once.";
const PICK_UP = "We put it aside with your name. Pick it up at the counter; we tell you when it is ready.";
const TERMS = "One for each code. Not for resale, and not to be exchanged for money.";

const REWARDS: readonly DemoReward[] = [
  {
    art: "cup",
    kind: "generated_voucher",
    name: "A coffee of your choice",
    summary: "Any size, any milk.",
    description:
      "From espresso to oat flat white, on the house.\n\n- any size\n- any milk\n- iced in summer\n\nMade by **your barista**, the way you like it.",
    terms: TERMS,
    howToUse: AT_THE_TILL,
    category: "cafe",
    prices: [{ points: 150 }],
    validDays: 60,
    costMinor: 110,
    translations: {
      de: { name: "Ein Kaffee deiner Wahl", summary: "Jede Größe, jede Milch." },
      ar: { name: "قهوة من اختيارك", summary: "أي حجم وأي حليب." },
    },
  },
  {
    art: "croissant",
    kind: "generated_voucher",
    name: "A croissant, still warm",
    summary: "Butter, flour, patience.",
    description: "Baked every morning from seven. While they last.",
    terms: TERMS,
    howToUse: AT_THE_TILL,
    category: "cafe",
    prices: [{ points: 120 }],
    perMember: { count: 1, per: "day" },
    validDays: 30,
    costMinor: 80,
    translations: {
      de: { name: "Ein Croissant, noch warm", summary: "Butter, Mehl, Geduld." },
      ar: { name: "كرواسون دافئ", summary: "زبدة ودقيق وصبر." },
    },
  },
  {
    art: "receipt",
    kind: "cash_discount",
    name: "5 € off your bill",
    summary: "On anything we sell.",
    description: "Takes five euros off whatever is on your bill, in every one of our cafés.",
    terms: TERMS,
    howToUse: AT_THE_TILL,
    category: "cafe",
    prices: [{ points: 500 }, { tier: "gold", points: 450 }],
    perMember: { count: 4, per: "month" },
    validDays: 90,
    valueMinor: 500,
    costMinor: 500,
    translations: {
      de: { name: "5 € weniger auf der Rechnung", summary: "Auf alles, was wir verkaufen." },
      ar: { name: "خصم ٥ يورو من فاتورتك", summary: "على كل ما نبيعه." },
    },
  },
  {
    art: "coins",
    kind: "pool_voucher",
    from: "pool",
    name: "10 € at Alpine Roasters",
    summary: "For their web shop.",
    description: "Single-origin beans, roasted in small batches in the Allgäu and sent the day after.",
    terms: "For one order of at least 25 €. Codes are Alpine Roasters' own.",
    howToUse:
      "1. Open [alpineroasters.example](https://alpineroasters.example)\n2. Fill your basket\n3. Type the code at checkout",
    category: "home",
    prices: [{ points: 900 }],
    lowAt: 40,
    validDays: 180,
    costMinor: 800,
    translations: {
      de: { name: "10 € bei Alpine Roasters", summary: "Für den Onlineshop." },
      ar: { name: "١٠ يورو لدى Alpine Roasters", summary: "لمتجرهم على الإنترنت." },
    },
  },
  {
    art: "bag",
    kind: "physical",
    name: "House beans, 250 g",
    summary: "What is in our own grinder.",
    description:
      "Our house blend: **chocolate, hazelnut, a little orange**. Whole beans, or ground for your machine.",
    howToUse: PICK_UP,
    category: "home",
    prices: [{ points: 700 }, { tier: "gold", points: 550 }],
    stock: 46,
    lowAt: 10,
    costMinor: 420,
    translations: {
      de: { name: "Hausmischung, 250 g", summary: "Was auch in unserer Mühle ist." },
      ar: { name: "خلطة البيت، ٢٥٠ غرام", summary: "ما نطحنه نحن أيضًا." },
    },
  },
  {
    art: "mug",
    kind: "physical",
    name: "The club mug",
    summary: "Thrown and glazed by hand.",
    description: "Made for the club by a pottery around the corner. No two are quite the same.",
    howToUse: PICK_UP,
    category: "home",
    prices: [{ points: 400, amountMinor: 490 }],
    stock: 5,
    lowAt: 5,
    perMember: { count: 2, per: "lifetime" },
    costMinor: 900,
    translations: {
      de: { name: "Die Clubtasse", summary: "Von Hand gedreht und glasiert." },
      ar: { name: "كوب النادي", summary: "مصنوع باليد." },
    },
  },
  {
    art: "tree",
    kind: "donation",
    name: "Plant a tree",
    summary: "In the coffee hills of Huila.",
    description: "Shade trees keep soil, birds and farmers' yields. We add the planting.",
    category: "more",
    prices: [{ points: 200 }],
    valueMinor: 250,
    costMinor: 250,
    translations: {
      de: { name: "Einen Baum pflanzen", summary: "In den Kaffeebergen von Huila." },
      ar: { name: "ازرع شجرة", summary: "في تلال القهوة في هويلا." },
    },
  },
  {
    art: "parcel",
    kind: "physical",
    from: "partner",
    name: "Single origin, by post",
    summary: "250 g from one farm, at your door.",
    description: "Roasted by Alpine Roasters on the day it is sent. Which farm depends on the season.",
    category: "home",
    prices: [{ points: 600 }, { tier: "gold", points: 480 }],
    stock: 30,
    lowAt: 8,
    costMinor: 690,
    translations: {
      de: { name: "Single Origin, per Post", summary: "250 g von einer Farm, zu dir nach Hause." },
      ar: { name: "قهوة أحادية المصدر بالبريد", summary: "٢٥٠ غرامًا من مزرعة واحدة حتى بابك." },
    },
  },
  {
    art: "latte",
    kind: "service",
    from: "partner",
    name: "Latte art class",
    summary: "Two hours, six people, much milk.",
    description: "With the people of Alpine Roasters, Saturdays at ten. You go home able to pour a heart.",
    howToUse: "Call the roastery with the number of your order to find a Saturday that suits you.",
    terms: "Twelve years and older.",
    category: "more",
    prices: [{ points: 500 }],
    stock: 11,
    lowAt: 2,
    eligibility: { tiers: ["silver", "gold"], segments: [] },
    perMember: { count: 1, per: "year" },
    costMinor: 3_500,
    translations: {
      de: { name: "Latte-Art-Kurs", summary: "Zwei Stunden, sechs Leute, viel Milch." },
      ar: { name: "دورة فن اللاتيه", summary: "ساعتان وستة أشخاص والكثير من الحليب." },
    },
  },
  {
    art: "book",
    kind: "digital",
    name: "The brewing book",
    summary: "96 pages, as a PDF.",
    description: "Water, grind, time: how we brew at home. We send you the link by e-mail.",
    category: "home",
    prices: [{ points: 250 }],
    perMember: { count: 1, per: "lifetime" },
    translations: {
      de: { name: "Das Brühbuch", summary: "96 Seiten als PDF." },
      ar: { name: "كتاب التحضير", summary: "٩٦ صفحة بصيغة PDF." },
    },
  },
  {
    art: "grinder",
    kind: "physical",
    name: "Hand grinder",
    summary: "Steel burrs, walnut crank.",
    description: "For a decade of mornings.",
    howToUse: PICK_UP,
    category: "home",
    prices: [
      { points: 3_900, amountMinor: 1_500 },
      { tier: "gold", points: 3_400, amountMinor: 1_500 },
    ],
    stock: 6,
    lowAt: 2,
    costMinor: 5_900,
    translations: {
      de: { name: "Handmühle", summary: "Mahlwerk aus Stahl, Kurbel aus Nussholz." },
      ar: { name: "مطحنة يدوية", summary: "تروس فولاذية ومقبض من الجوز." },
    },
  },
  {
    art: "cake",
    kind: "generated_voucher",
    name: "Cake for two",
    summary: "For those who made it to gold.",
    description: "Two slices of whatever is under the glass, and two forks.",
    terms: TERMS,
    howToUse: AT_THE_TILL,
    category: "cafe",
    codePattern: "CAKE-#####-####-####-*",
    prices: [{ points: 300 }],
    eligibility: { tiers: ["gold"], segments: [] },
    validDays: 30,
    costMinor: 420,
    translations: {
      de: { name: "Kuchen für zwei", summary: "Für alle, die Gold erreicht haben." },
      ar: { name: "كعكة لشخصين", summary: "لأعضاء الفئة الذهبية." },
    },
  },
  {
    art: "glasses",
    kind: "service",
    soldOut: true,
    name: "Cupping evening",
    summary: "Eight coffees, blind.",
    description: "With our roaster, on a Thursday. Bring a friend and no perfume.",
    category: "more",
    prices: [{ points: 600 }],
    stock: 12,
    costMinor: 900,
    translations: {
      de: { name: "Verkostungsabend", summary: "Acht Kaffees, blind." },
      ar: { name: "أمسية تذوق", summary: "ثمانية أنواع من القهوة." },
    },
  },
  {
    art: "box",
    kind: "physical",
    draft: true,
    name: "Winter box",
    summary: "Beans, biscuits, a candle.",
    description: "What we like on dark afternoons.",
    category: "home",
    prices: [{ points: 1_500 }],
    stock: 60,
    lowAt: 10,
    costMinor: 1_400,
  },
];

/**
 * Gives the club a catalogue: a reward of every kind with its picture, a partner who supplies some, and its codes. What
 * is there already stays.
 * @param ctx of the company's owner, before the first day
 */
export async function stockCatalogue(ctx: Ctx): Promise<void> {
  const { programId } = ctx;
  const known = new Set(
    (await db().reward.findMany({ where: { programId }, select: { name: true } })).map(({ name }) => name),
  );
  if (REWARDS.every(({ name }) => known.has(name))) return;
  const categories = await db().rewardCategory.count({ where: { programId } });
  for (const category of CATEGORIES.slice(categories)) await createCategory(ctx, category);
  const partnerId = await partner(ctx);
  const poolId = await pool(ctx, partnerId);
  for (const { art, from, soldOut, draft, ...content } of REWARDS.filter(({ name }) => !known.has(name))) {
    const { id: imageId } = await uploadImage(ctx, await drawMotif(art));
    const { id } = await createReward(ctx, {
      ...content,
      imageId: present(fromTypeId("img", imageId), "an image has an id"),
      ...(from === undefined ? {} : { partnerId }),
      ...(from === "pool" ? { poolId } : {}),
    });
    const rewardId = present(fromTypeId("rwd", id), "a reward has an id");
    if (!draft) await publishReward(ctx, rewardId);
    if (soldOut) await changeReward(ctx, rewardId, { stock: 0 });
  }
}

async function partner(ctx: Ctx): Promise<string> {
  const known = await db().programParticipant.findFirst({
    where: { programId: ctx.programId, role: "REWARD_PARTNER", organization: { name: PARTNER.name } },
  });
  if (known !== null) return known.organizationId;
  return (await addPartner(ctx, { ...PARTNER, parts: ["REWARD_PARTNER"] })).partnerId;
}

async function pool(ctx: Ctx, partnerId: string): Promise<string> {
  const { programId } = ctx;
  const known = await db().codePool.findFirst({ where: { programId, name: POOL }, select: { poolId: true } });
  if (known !== null) return known.poolId;
  const { id } = await createPool(ctx, { name: POOL, partnerId, lowAt: 40 });
  const poolId = present(fromTypeId("cpool", id), "a pool has an id");
  const random = new Random(4_711);
  const digits = () => String(Math.floor(random.next() * 1e10)).padStart(10, "0");
  const codes = Array.from({ length: CODES }, (_, place) => `ALP10-${place + 1_000}-${digits()}\n`);
  await uploadCodes(ctx, poolId, {
    fileName: "alpine-10-off.txt",
    content: Readable.from([Buffer.from(codes.join(""))]),
  });
  while ((await readCodes({ clock: ctx.clock })) !== null) {
    // Each call reads a page of the file, until none is left.
  }
  return poolId;
}
