import Link from "next/link";
import type { ReactNode } from "react";
import { CardMosaic, cardGround } from "@/components/ui/mosaic";
import type { PictureSource } from "@/components/ui/picture";
import { ProgramMark } from "@/components/ui/program-mark";

/**
 * The page around a sign-in: whose door it is, the form, and beside it, where there is room, the owner's mosaic.
 * `id` is what the mosaic is made from: a program's id, or the house's name.
 */
export function AuthFrame({
  id,
  hue = null,
  logo = null,
  owner,
  home,
  title,
  description,
  children,
  foot,
}: {
  id: string;
  hue?: number | null;
  logo?: PictureSource | null;
  owner: string;
  /** Where the owner's name leads; nowhere when there is no page to show. */
  home?: string;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,0.85fr)]">
      <main id="main" className="flex flex-col px-6 py-6 sm:px-10 sm:py-8">
        <Owner id={id} hue={hue} logo={logo} owner={owner} home={home} />
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
          <h1 className="text-2xl">{title}</h1>
          {description && <div className="mt-1.5 text-ink-2 text-md">{description}</div>}
          <div className="mt-6">{children}</div>
          {foot && <div className="mt-6 border-t pt-5 text-base text-ink-2">{foot}</div>}
        </div>
      </main>
      <div
        aria-hidden="true"
        className="relative overflow-hidden max-lg:hidden"
        style={{ background: cardGround(hue) }}
      >
        <CardMosaic id={id} hue={hue} />
      </div>
    </div>
  );
}

function Owner({
  id,
  hue,
  logo,
  owner,
  home,
}: {
  id: string;
  hue: number | null;
  logo: PictureSource | null;
  owner: string;
  home?: string;
}) {
  const look = "flex w-fit items-center gap-2.5 rounded-md font-semibold text-md";
  const name = (
    <>
      <ProgramMark id={id} hue={hue} logo={logo} size={28} />
      {owner}
    </>
  );
  return home ? (
    <Link href={home} className={look}>
      {name}
    </Link>
  ) : (
    <p className={look}>{name}</p>
  );
}
