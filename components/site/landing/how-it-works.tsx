/** Three steps, in their order. */
export function HowItWorks({ title, steps }: { title: string; steps: { title: string; text: string }[] }) {
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="text-2xl">
        {title}
      </h2>
      <ol className="mt-6 grid gap-x-10 gap-y-8 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step.title} className="border-t pt-5">
            <span
              aria-hidden="true"
              className="flex size-8 items-center justify-center rounded-sm bg-accent-strong font-semibold text-md text-on-accent"
            >
              {index + 1}
            </span>
            <h3 className="mt-4 text-lg">{step.title}</h3>
            <p className="mt-1.5 text-pretty text-ink-2 text-md">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
