// oxlint-disable-next-line no-process-env -- chosen by the one who runs the tests
const { env } = process;

/**
 * How often a fault is tried: a few times at every change, and the whole of the fault plan with FAULTS=long
 * (docs/bouw/fouten.md). A number under a name of its own goes before both: KILLS=300.
 */
export function howOften(
  name: string,
  { gate, long }: { readonly gate: number; readonly long: number },
): number {
  return Number(env[name] ?? (env["FAULTS"] === "long" ? long : gate));
}
