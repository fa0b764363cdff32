"use client";

import { useState } from "react";
import type { DistanceCondition } from "@/lib/campaigns/schema";
import { AddDetail, InlineNumber, InlineText, Words } from "../controls";
import { coordinatesText, parseCoordinates } from "../coordinates";
import { InlineCombobox } from "../inline-combobox";
import { placeAttribute, usePlace } from "../place";
import type { ConditionEditorProps } from "./editor-props";

/** How near to a place the event must have happened. */
export function DistanceEditor({ condition, onChange }: ConditionEditorProps<"distance">) {
  const { place, withinMetres, attributes } = condition;
  const isUsual = attributes.latitude === "latitude" && attributes.longitude === "longitude";
  const [isOpen, setOpen] = useState(!isUsual);
  return (
    <>
      <Words>within</Words>
      <InlineNumber
        label="How far away at most, in metres"
        name="withinMetres"
        value={withinMetres}
        suffix="m"
        onChange={(metres) => onChange({ ...condition, withinMetres: metres })}
      />
      <Words>of</Words>
      <InlineText
        label="What the place is called"
        name="place/name"
        placeholder="name of the place"
        maxLength={80}
        value={place.name}
        onChange={(name) => onChange({ ...condition, place: { ...place, name } })}
      />
      <Words>at</Words>
      <Coordinates place={place} onChange={(next) => onChange({ ...condition, place: next })} />
      {isOpen ? (
        <>
          <Words>by the event’s</Words>
          <InlineCombobox
            label="Attribute with the latitude"
            name="attributes/latitude"
            subject="attribute"
            placeholder="latitude"
            value={attributes.latitude}
            onChange={(latitude) => onChange({ ...condition, attributes: { ...attributes, latitude } })}
          />
          <Words>and</Words>
          <InlineCombobox
            label="Attribute with the longitude"
            name="attributes/longitude"
            subject="attribute"
            placeholder="longitude"
            value={attributes.longitude}
            onChange={(longitude) => onChange({ ...condition, attributes: { ...attributes, longitude } })}
          />
        </>
      ) : (
        <AddDetail onClick={() => setOpen(true)}>attributes</AddDetail>
      )}
    </>
  );
}

type Place = DistanceCondition["place"];

/** Latitude and longitude in one field, as maps copy them. What is typed stays until it means something else. */
function Coordinates({ place, onChange }: { place: Place; onChange: (place: Place) => void }) {
  const at = usePlace("place/longitude");
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span {...placeAttribute(at)} className="inline-flex max-w-full">
      <InlineText
        label="Latitude and longitude of the place"
        name="place/latitude"
        placeholder="52.5200, 13.4050"
        value={typed ?? coordinatesText(place)}
        onChange={(text) => {
          setTyped(text);
          onChange({ ...place, ...(parseCoordinates(text) ?? { latitude: 0, longitude: 0 }) });
        }}
        onBlur={() => {
          if (typed !== null && parseCoordinates(typed) !== null) setTyped(null);
        }}
      />
    </span>
  );
}
