import { Check, X } from "lucide-react";
import { brandContrasts, ENOUGH_CONTRAST } from "@/lib/programs/schema";

/** How well words in the program's colour can be read, in light and dark. */
export function ContrastTable({ hue }: { hue: number }) {
  return (
    <table className="mt-5 w-full max-w-xl text-sm">
      <caption className="mb-1.5 text-start font-medium">
        Contrast, at least {ENOUGH_CONTRAST}:1 for text (WCAG 2.2 AA)
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Scheme</th>
          <th scope="col">Contrast</th>
        </tr>
      </thead>
      <tbody className="divide-y border-y">
        {brandContrasts(hue).map(({ where, scheme, ratio }) => {
          const isEnough = ratio >= ENOUGH_CONTRAST;
          return (
            <tr key={`${where} ${scheme}`}>
              <th scope="row" className="py-1.5 text-start font-normal">
                {where}
              </th>
              <td className="py-1.5 text-ink-2">{scheme}</td>
              <td className="py-1.5 text-end tabular-nums">
                <span className={isEnough ? "text-good-ink" : "text-bad-ink"}>
                  {isEnough ? (
                    <Check aria-hidden="true" className="me-1 inline size-3.5" />
                  ) : (
                    <X aria-hidden="true" className="me-1 inline size-3.5" />
                  )}
                  {ratio.toFixed(1)}:1
                  <span className="sr-only">{isEnough ? ", enough" : ", too little"}</span>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
