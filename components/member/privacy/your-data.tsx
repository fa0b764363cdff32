import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";

/** Everything that the club has of the member, to take along. */
export function YourData({ program, programName }: { program: string; programName: string }) {
  const t = useTranslations("privacy");
  return (
    <>
      <p className="mt-1 text-base text-ink-2">{t("dataIntro", { program: programName })}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        {(["json", "csv"] as const).map((format) => (
          <a
            key={format}
            href={`/club/${program}/profile/export?format=${format}`}
            download
            className={`${buttonClass({ size: "lg" })} max-sm:w-full`}
          >
            <Download aria-hidden="true" />
            {format === "json" ? t("asJson") : t("asCsv")}
          </a>
        ))}
      </div>
    </>
  );
}
