"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/actions";
import type { PoolKind } from "@/lib/pools/schema";
import { useAction } from "../use-action";

type NewPool = { program: string; kind: PoolKind; name: string };

/** Founds a pool and opens it. Who is in a household already is offered a team. */
export function NewPoolForm({
  program,
  kinds,
  maxName,
  found,
}: {
  program: string;
  /** What this member may found. */
  kinds: readonly PoolKind[];
  /** Characters of the name. */
  maxName: number;
  found: (input: NewPool) => Promise<ActionResult<{ id: string }>>;
}) {
  const t = useTranslations("pools");
  const router = useRouter();
  const { run, pending, fields, message } = useAction(found);
  const hasHousehold = !kinds.includes("household");

  async function submit(form: FormData) {
    const kind = kinds.find((candidate) => candidate === form.get("kind")) ?? "team";
    const pool = await run({ program, kind, name: String(form.get("name") ?? "") });
    if (pool !== null) router.push(`/club/${program}/pools/${pool.id}`);
  }

  return (
    <form
      noValidate
      className="mt-4 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {message && <Notice tone="bad">{message}</Notice>}
      <Field label={t("for")} hint={hasHousehold ? t("oneHousehold") : undefined}>
        <Select name="kind" controlSize="lg">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind === "household" ? t("myHousehold") : t("aTeam")}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("name")} error={fields.name} required>
        <Input
          name="name"
          controlSize="lg"
          maxLength={maxName}
          autoComplete="off"
          placeholder={hasHousehold ? t("teamExample") : t("householdExample")}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        pending={pending}
        className="self-start max-sm:w-full"
      >
        {t("start")}
      </Button>
    </form>
  );
}
