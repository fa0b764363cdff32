"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { useAction } from "./use-action";

/** Blocks a member by card number or address. */
export function BlockForm({
  program,
  block,
}: {
  program: string;
  block: (input: { program: string; member: string }) => Promise<ActionResult<{ name: string }>>;
}) {
  const t = useTranslations("send");
  const router = useRouter();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const { run, pending, fields, message } = useAction(block);

  async function submit(data: FormData) {
    const blocked = await run({ program, member: String(data.get("member") ?? "") });
    if (blocked === null) return;
    toast.success(t("isBlocked", { name: blocked.name }));
    form.current?.reset();
    router.refresh();
  }

  return (
    <form
      ref={form}
      noValidate
      className="mt-5 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {message && <Notice tone="bad">{message}</Notice>}
      <Field label={t("contact")} error={fields.member} required>
        <Input name="member" controlSize="lg" autoComplete="off" autoCapitalize="none" />
      </Field>
      <Button type="submit" size="lg" pending={pending} className="self-start max-sm:w-full">
        {t("block")}
      </Button>
    </form>
  );
}
