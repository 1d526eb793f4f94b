/** Who watches over the machine. */
export interface WatchSettings {
  /** Null: there is no `/metrics`. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Where a sign of life goes; null: nowhere. It holds a secret of its own. */
  readonly heartbeatUrl: string | null;
}

const example = "https://hc-ping.com/ and the code of your check";
const address = `the address that the service of your choice gave you, with https, such as ${example}`;

/** What was expected where HEARTBEAT_URL can not be right; null: it can. The message never holds the value. */
export function heartbeatUrlFault(value: string): string | null {
  const url = URL.parse(value);
  if (url === null || url.protocol !== "https:") return address;
  if (url.username !== "" || url.password !== "") return `${address}, without a name or password in it`;
  return url.hash === "" ? null : `${address}, without #`;
}

interface Given {
  readonly PORT: number;
  readonly HOST: string;
  readonly METRICS_PORT?: number | undefined;
  readonly METRICS_HOST: string;
  readonly HEARTBEAT_URL?: string | undefined;
}

/** The settings together, checked. */
export function watchOf({ METRICS_PORT: port, METRICS_HOST: host, HEARTBEAT_URL }: Given): WatchSettings {
  return { metrics: port === undefined ? null : { host, port }, heartbeatUrl: HEARTBEAT_URL ?? null };
}

type Texts = Readonly<Record<string, string | undefined>>;

/** What does not go together. */
export function watchCombinationFaults(given: Texts): { readonly name: string; readonly fault: string }[] {
  const { PORT: port = "3000", METRICS_PORT: metrics } = given;
  if (metrics === undefined || Number(metrics) !== Number(port)) return [];
  return [
    {
      name: "METRICS_PORT",
      fault: `METRICS_PORT is "${metrics.slice(0, 9)}", the same as PORT: expected another one, such as 9464. Metrics have a door of their own, that no proxy passes on.`,
    },
  ];
}
