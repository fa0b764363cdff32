/** Red, green and blue from 0 to 255. */
export type Rgb = [number, number, number];

/**
 * The sRGB colour of a CSS `oklch(L C H)` text without percentages, clipped to the gamut.
 * Matrices: B. Ottosson, "A perceptual color space for image processing" (2020).
 */
export function oklchToRgb(text: string): Rgb {
  const [lightness = 0, chroma = 0, hue = 0] = (text.match(/-?[\d.]+/g) ?? []).map(Number);
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encodeChannel(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    encodeChannel(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    encodeChannel(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

/** The sRGB transfer function (IEC 61966-2-1). */
function encodeChannel(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

/** The same colour as #rrggbb, for those who do not know OKLCH. */
export function oklchToHex(text: string): string {
  return `#${oklchToRgb(text)
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
}
