import type { QrShape } from "./qr-code";

/** A QR code, as wide as there is room. Say beside it what it is. */
export function QrCode({ qr }: { qr: QrShape }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${qr.side} ${qr.side}`}
      className="block size-full"
      shapeRendering="crispEdges"
    >
      <path d={qr.path} fill="currentColor" />
    </svg>
  );
}
