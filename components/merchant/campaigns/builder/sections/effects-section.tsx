"use client";

import { type ComponentType, createElement } from "react";
import { Chip } from "@/components/ui/chip";
import type { Effect } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { AddMenu } from "../add-menu";
import type { EffectEditorProps } from "../effects/editor-props";
import { EFFECT_CHOICES, EFFECT_KINDS } from "../effects/kinds";
import { unitMinorOf } from "../money";
import { Problems } from "../problems";
import { ListRow } from "../row";
import { useRows } from "../rows";
import { Section } from "../section";

/** What the campaign gives. */
export function EffectsSection({
  effects,
  isPurchase,
  onChange,
}: {
  effects: Effect[];
  isPurchase: boolean;
  onChange: (effects: Effect[]) => void;
}) {
  const { currency, pointName } = usePortal().program;
  const unitMinor = unitMinorOf(currency);
  const rows = useRows(effects, { at: "/effects", what: "effect", put: onChange });
  return (
    <Section id="then" title="Then">
      {rows.items.map(({ item, index, key, at }) => {
        const { icon: Icon, label } = EFFECT_KINDS[item.kind];
        return (
          <ListRow key={key} rows={rows} index={index} at={at} what="effect">
            <Chip>
              <Icon aria-hidden="true" />
              {label}
            </Chip>
            <EffectEditor effect={item} onChange={(next) => rows.set(index, next)} />
          </ListRow>
        );
      })}
      <Problems at="/effects" within={false} />
      <div>
        <AddMenu
          label="Effect"
          placeholder="Find an effect"
          at="/effects/add"
          shortcut="e"
          choices={EFFECT_CHOICES.filter(({ needsPurchase }) => isPurchase || !needsPurchase).map(
            (choice) => ({
              ...choice,
              keywords: `${choice.keywords} ${pointName}`,
            }),
          )}
          onAdd={({ make }) => rows.add(make(unitMinor))}
        />
      </div>
    </Section>
  );
}

function EffectEditor<K extends Effect["kind"]>({ effect, onChange }: EffectEditorProps<K>) {
  // The editor of a kind takes effects of that kind: the table says so, the compiler cannot follow it from here.
  const Editor = EFFECT_KINDS[effect.kind].Editor as ComponentType<EffectEditorProps<K>>;
  return createElement(Editor, { effect, onChange });
}
