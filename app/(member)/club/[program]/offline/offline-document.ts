import { qrShape } from "@/components/member/qr-code";
import {
  type CardPattern,
  mosaicColours,
  mosaicPaths,
  mosaicTiles,
  TILE_LINE,
} from "@/components/ui/mosaic-tiles";
import { directionOf } from "@/lib/i18n/locales";
import { escapeHtml } from "./escape-html";
import { markdownHtml } from "./markdown-html";

const HOUSE_HUE = 33;

export type OfflineCard = {
  programName: string;
  brandHue: number | null;
  cardPattern: CardPattern;
  name: string;
  /** In groups. */
  cardNumber: string;
  /** What the code says. */
  memberId: string;
  /** Written in the member's locale. */
  balance: string;
  pointName: string;
  /** BCP 47 */
  locale: string;
  /** What is said around it; the notice tells of what instant the balance is. */
  words: { notice: string; tryAgain: string; card: string; code: string; vouchers: string; howToUse: string };
  vouchers: readonly OfflineVoucher[];
};

/** Something else that is shown at a till: whatever it is, a name, a code, and what to know about it. */
export type OfflineVoucher = {
  name: string;
  /** As people read it. */
  code: string;
  /** As the till scans it. */
  qr: string;
  /** Until when, in words; null: without an end. */
  until: string | null;
  /** How to use it, in Markdown; empty where nothing is to be known. */
  how: string;
};

/**
 * The card and the vouchers as one HTML document that needs nothing else: the browser keeps it and shows it when there
 * is no connection.
 */
export function offlineDocument(card: OfflineCard): string {
  const hue = card.brandHue ?? HOUSE_HUE;
  const { path, side } = qrShape(card.memberId);
  const { words } = card;
  const text = escapeHtml;
  return `<!doctype html>
<html lang="${text(card.locale)}" dir="${directionOf(card.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${text(card.programName)}</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; }
* { box-sizing: border-box; margin: 0; }
body { font: 15px/1.45 "Instrument Sans Variable", system-ui, sans-serif; font-variant-numeric: tabular-nums;
  background: light-dark(oklch(0.985 0.004 80), oklch(0.185 0.008 60));
  color: light-dark(oklch(0.22 0.012 60), oklch(0.95 0.006 80));
  max-width: 28rem; margin-inline: auto; padding: calc(env(safe-area-inset-top) + 16px) 16px 32px; }
h1 { font-size: 17px; font-weight: 600; }
.note { margin: 12px 0 16px; padding: 12px 16px; border-radius: 10px;
  background: light-dark(oklch(0.965 0.006 80), oklch(0.255 0.009 60)); }
.card { position: relative; overflow: hidden; aspect-ratio: 1.72; border-radius: 16px; padding: 20px;
  display: flex; flex-direction: column; justify-content: space-between; color: oklch(0.97 0.012 80);
  background: ${mosaicColours(hue).ground}; }
.card > svg { position: absolute; inset: 0; width: 100%; height: 100%; }
[dir="rtl"] .card > svg { transform: scaleX(-1); }
.card > div, .card > p { position: relative; }
.balance { font-size: 46px; line-height: 1.05; font-weight: 600; letter-spacing: -0.02em; }
.number { font-family: "Geist Mono Variable", ui-monospace, monospace; }
.code { margin-top: 16px; padding: 20px; border-radius: 16px; background: #fff; color: #000; text-align: center; }
.code svg { display: block; width: min(100%, 18rem); margin: 0 auto 12px; }
h2 { margin: 24px 0 8px; font-size: 17px; font-weight: 600; }
details { border-top: 1px solid light-dark(oklch(0.905 0.008 80), oklch(0.30 0.01 60)); }
summary { display: grid; grid-template-columns: 1fr auto; gap: 2px 16px; padding-block: 14px; padding-inline-end: 4px; cursor: pointer; }
summary::after { content: ""; grid-area: 1 / 2 / span 2; align-self: center; width: 8px; height: 8px;
  border: solid; border-width: 0 1.6px 1.6px 0; transform: rotate(45deg); }
details[open] > summary::after { transform: rotate(225deg); }
summary > * { grid-column: 1; }
summary strong { font-weight: 500; overflow-wrap: anywhere; }
summary span, .how { color: light-dark(oklch(0.44 0.012 60), oklch(0.75 0.01 60)); }
.how { padding: 16px 0; overflow-wrap: anywhere; }
.how h3 { font-size: 15px; font-weight: 600; }
.how :is(p, ul, ol, h4) { margin-top: 6px; }
.how :is(p, li, h4) { unicode-bidi: plaintext; }
.how :is(ul, ol) { padding-inline-start: 20px; }
details .code { margin-top: 0; }
details .number { overflow-wrap: anywhere; }
a { color: inherit; }
</style>
</head>
<body>
<main>
<h1>${text(card.programName)}</h1>
<p class="note" role="status">${text(words.notice)} <a href="">${text(words.tryAgain)}</a></p>
<section class="card" aria-label="${text(words.card)}">
${mosaicSvg(card, hue)}
<div><p>${text(capitalised(card.pointName))}</p><p class="balance">${text(card.balance)}</p></div>
<p class="number"><bdi dir="ltr">${text(card.cardNumber)}</bdi></p>
</section>
<section class="code" aria-label="${text(words.code)}">
<svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true"><path d="${path}"/></svg>
<p class="number"><bdi dir="ltr">${text(card.cardNumber)}</bdi></p>
<p>${text(card.name)}</p>
</section>
${vouchersHtml(card)}</main>
<script>
let trying = false;
async function tryAgain() {
  if (trying) return;
  trying = true;
  await fetch("/api/health", { cache: "no-store" }).then(() => location.reload(), () => { trying = false; });
}
addEventListener("online", tryAgain);
setInterval(tryAgain, 4000);
</script>
</body>
</html>`;
}

function vouchersHtml({ vouchers, words }: OfflineCard): string {
  if (vouchers.length === 0) return "";
  const text = escapeHtml;
  const items = vouchers.map(({ name, code, qr, until, how }) => {
    const { path, side } = qrShape(qr);
    return `<details><summary><strong>${text(name)}</strong>${until === null ? "" : `<span>${text(until)}</span>`}</summary>
<div class="code"><svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true"><path d="${path}"/></svg>
<p class="number"><bdi dir="ltr">${text(code)}</bdi></p></div>
${how.trim() === "" ? "" : `<div class="how"><h3>${text(words.howToUse)}</h3>${markdownHtml(how)}</div>`}</details>`;
  });
  return `<section id="vouchers" aria-label="${text(words.vouchers)}">
<h2>${text(words.vouchers)}</h2>
${items.join("\n")}
</section>
`;
}

function mosaicSvg({ memberId, cardPattern }: OfflineCard, hue: number): string {
  const paths = mosaicPaths(mosaicTiles(memberId, hue, 27, 16, cardPattern)).map(
    ({ colour, path }) => `<path d="${path}" fill="${colour}" stroke="${colour}"/>`,
  );
  return `<svg viewBox="0 0 270 160" preserveAspectRatio="xMaxYMid slice" stroke-width="${TILE_LINE}" stroke-linejoin="round" aria-hidden="true">${paths.join("")}</svg>`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
