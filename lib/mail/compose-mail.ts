import { oklchToHex } from "@/lib/core/oklch";
import { directionOf } from "@/lib/i18n/locales";

/** What a mail says, in the words of its reader's language. */
export type MailContent = {
  subject: string;
  heading: string;
  /** Each a paragraph. */
  paragraphs: readonly string[];
  /** Shown large, to be typed. */
  code?: string;
  action?: { label: string; address: string };
  /** In small print, such as what to do if it was not asked for. */
  note?: string;
};

/** Whose mail it is. */
export type MailBrand = {
  name: string;
  /** Degrees in OKLCH. */
  hue: number;
  /** Address of the logo's picture; null: the name alone. */
  logo: string | null;
  /** The program's page. */
  home: string;
};

export type ComposedMail = { subject: string; text: string; html: string };

/** A mail as plain text and as HTML that old mail programs lay out too: one table, styles on the elements, no script. */
export function composeMail(content: MailContent, brand: MailBrand, locale: string): ComposedMail {
  // A subject is one line, whatever the program's name has in it.
  const subject = content.subject.replace(/\s+/g, " ").trim();
  return { subject, text: asText(content, brand), html: asHtml(content, brand, locale) };
}

function asText({ heading, paragraphs, code, action, note }: MailContent, brand: MailBrand): string {
  const parts = [
    heading,
    ...paragraphs,
    ...(code === undefined ? [] : [code]),
    ...(action === undefined ? [] : [`${action.label}: ${action.address}`]),
    ...(note === undefined ? [] : [note]),
    `-- \n${brand.name}\n${brand.home}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

const INK = "#211d19";
const QUIET = "#6b645c";
const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

function asHtml(
  { heading, paragraphs, code, action, note }: MailContent,
  brand: MailBrand,
  locale: string,
): string {
  const accent = oklchToHex(`oklch(0.47 0.14 ${brand.hue})`);
  const paragraph = (text: string) =>
    `<p style="margin:0 0 16px;font-size:16px;line-height:1.5;color:${INK}">${escapeHtml(text)}</p>`;
  const digits =
    code === undefined
      ? ""
      : `<p dir="ltr" style="margin:8px 0 24px;font:600 32px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:6px;color:${accent}">${escapeHtml(code)}</p>`;
  const button =
    action === undefined
      ? ""
      : `<p style="margin:8px 0 24px"><a href="${escapeHtml(action.address)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${accent};color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p>`;
  const small =
    note === undefined
      ? ""
      : `<p style="margin:0;font-size:13px;line-height:1.5;color:${QUIET}">${escapeHtml(note)}</p>`;
  const logo =
    brand.logo === null
      ? ""
      : `<img src="${escapeHtml(brand.logo)}" alt="" height="40" style="display:block;height:40px;width:auto;margin:0 0 12px;border:0">`;
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;background:#f6f3ee">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f3ee"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border-top:4px solid ${accent};border-radius:6px"><tr><td style="padding:28px;${FONT}">
${logo}<p style="margin:0 0 20px;font-size:14px;color:${QUIET}">${escapeHtml(brand.name)}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25;color:${INK}">${escapeHtml(heading)}</h1>
${paragraphs.map(paragraph).join("\n")}
${digits}${button}${small}
</td></tr></table>
<p style="margin:16px 0 0;font-size:13px;${FONT}"><a href="${escapeHtml(brand.home)}" style="color:${QUIET}">${escapeHtml(brand.name)}</a></p>
</td></tr></table>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
