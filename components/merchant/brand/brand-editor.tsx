"use client";

import { useState } from "react";
import { ImageField } from "@/components/merchant/images/image-field";
import { usePortal } from "@/components/merchant/portal-context";
import { useSaving } from "@/components/merchant/use-saving";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Radio } from "@/components/ui/radio";
import type { ActionResult } from "@/lib/actions";
import { CARD_PATTERNS, type CardPattern, HOUSE_HUE } from "@/lib/programs/schema";
import type { Brand } from "./brand";
import { ContrastTable } from "./contrast-table";
import { HueField } from "./hue-field";
import { WalletPreview } from "./wallet-preview";

type Saved = Omit<Brand, "logo" | "cardImage"> & { logo: string | null; cardImage: string | null };

const PATTERN_WORDS: Record<CardPattern, string> = {
  drift: "Mosaic that thins out towards the text",
  waves: "Mosaic in waves along the lower edge",
  frame: "Mosaic as a frame",
  plain: "Plain",
};

/** Name, line, logo, colour and card, beside the wallet as it will look. Nothing changes for members before it is saved. */
export function BrandEditor({
  programId,
  saved,
  save,
}: {
  programId: string;
  saved: Brand;
  save: (input: { program: string; brand: Saved }) => Promise<ActionResult<unknown>>;
}) {
  const { program } = usePortal();
  const { pending, failure, save: run } = useSaving();
  const [brand, setBrand] = useState(saved);
  const change = (part: Partial<Brand>) => setBrand((before) => ({ ...before, ...part }));
  const isChanged = JSON.stringify(brand) !== JSON.stringify(saved);

  function submit() {
    const { logo, cardImage, ...others } = brand;
    const sent = { ...others, logo: logo?.id ?? null, cardImage: cardImage?.id ?? null };
    run(() => save({ program: program.slug, brand: sent }));
  }

  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
      <div className="flex min-w-0 flex-col gap-5">
        <Panel title="Name and logo">
          <div className="flex max-w-xl flex-col gap-4">
            <Field label="Name" error={failure?.byField.get("name")} required>
              <Input
                value={brand.name}
                maxLength={80}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
            </Field>
            <Field
              label="One line about it"
              hint="The headline of the public page, and of previews when it is shared."
              error={failure?.byField.get("tagline")}
              optional
            >
              <Input
                value={brand.tagline ?? ""}
                maxLength={160}
                onChange={(event) => change({ tagline: event.currentTarget.value || null })}
              />
            </Field>
            <ImageField
              label="Logo"
              hint="Stands beside the name, also on dark ground: best with a transparent background. Without one, a mosaic of the program's own."
              program={program.slug}
              shape="square"
              value={brand.logo}
              onChange={(logo) => change({ logo })}
            />
          </div>
        </Panel>
        <Panel title="Colour">
          <HueField hue={brand.hue} onChange={(hue) => change({ hue })} />
          <ContrastTable hue={brand.hue ?? HOUSE_HUE} />
        </Panel>
        <Panel title="Card">
          <div className="flex max-w-xl flex-col gap-4">
            <FieldSet
              legend="Pattern"
              hint={brand.cardImage === null ? undefined : "The picture is in its place."}
            >
              {CARD_PATTERNS.map((pattern) => (
                <Radio
                  key={pattern}
                  name="cardPattern"
                  value={pattern}
                  label={PATTERN_WORDS[pattern]}
                  checked={brand.cardPattern === pattern}
                  disabled={brand.cardImage !== null}
                  onChange={() => change({ cardPattern: pattern })}
                />
              ))}
            </FieldSet>
            <ImageField
              label="Card picture"
              hint="In place of the mosaic; it is darkened, so that the balance can be read on it."
              program={program.slug}
              shape="card"
              value={brand.cardImage}
              onChange={(cardImage) => change({ cardImage })}
            />
          </div>
        </Panel>
        <div
          className={classNames(
            "flex items-center gap-3",
            // What is changed far up is saved, or thrown away, without scrolling down.
            isChanged && "sticky bottom-0 z-10 -mx-1 border-t bg-paper/95 px-1 py-3 backdrop-blur-sm",
          )}
        >
          <Button variant="primary" pending={pending} disabled={!isChanged} onClick={submit}>
            Save branding
          </Button>
          {isChanged && (
            <Button variant="ghost" disabled={pending} onClick={() => setBrand(saved)}>
              Discard changes
            </Button>
          )}
        </div>
      </div>
      <WalletPreview programId={programId} brand={brand} />
    </div>
  );
}
