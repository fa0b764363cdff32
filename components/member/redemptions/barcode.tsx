import type { BarcodeShape } from "./barcode-shape";

/** A barcode that fills the width that it has. */
export function Barcode({ shape, label }: { shape: BarcodeShape; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${shape.width} 1`}
      preserveAspectRatio="none"
      className="block h-16 w-full text-black"
      shapeRendering="crispEdges"
    >
      <path d={shape.path} fill="currentColor" />
    </svg>
  );
}
