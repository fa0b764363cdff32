/** Finds codes in pictures of a camera. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | null>;

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

const WANTED = ["qr_code", "code_128", "ean_13"];
/** Wide enough for a card held at arm's length, small enough to decode many times a second. */
const FRAME_WIDTH = 640;

/** The browser's own reader, which knows bar codes as well; otherwise one that reads QR codes in a canvas. */
export async function makeCodeReader(): Promise<CodeReader> {
  return (await makeNativeReader()) ?? makeCanvasReader();
}

async function makeNativeReader(): Promise<CodeReader | null> {
  const BarcodeDetector = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (BarcodeDetector === undefined) return null;
  const supported = await BarcodeDetector.getSupportedFormats();
  if (!supported.includes("qr_code")) return null;
  const detector = new BarcodeDetector({ formats: WANTED.filter((format) => supported.includes(format)) });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function makeCanvasReader(): Promise<CodeReader> {
  const { decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    if (context === null || video.videoWidth === 0) return null;
    canvas.width = Math.min(FRAME_WIDTH, video.videoWidth);
    canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // It throws where there is no code in the picture, as in most.
      return null;
    }
  };
}
