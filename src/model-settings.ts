/** What the language model needs, where a municipality chose one. */
export interface ModelSettings {
  /** Ends with a slash: `chat/completions` comes behind it. */
  readonly url: string;
  readonly name: string;
  /** Null: it asks for none, as a model of one's own often does. */
  readonly apiKey: string | null;
  /** Requests a day, by the calendar of Amsterdam. */
  readonly perDay: number;
  /** One request is not waited for longer, in milliseconds. */
  readonly patienceMs: number;
  /** While this file exists nothing is sent: the off switch, without a restart. */
  readonly offFile: string;
}

type ModelName = "MODEL_URL" | "MODEL_NAME" | "MODEL_API_KEY";

const exampleUrl = "https://gemeente.openai.azure.com/openai/v1/";
const place = {
  MODEL_URL: `the address of an OpenAI-compatible service, up to and with /v1, such as ${exampleUrl}`,
  MODEL_NAME: "the name of the model or deployment, as the service knows it, such as gpt-5-mini",
  MODEL_API_KEY: "the key that the service gave out, on one line",
} as const;

/** What was expected where MODEL_URL can not be right; null: it can. The message never holds the value. */
export function modelUrlFault(value: string): string | null {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) return place.MODEL_URL;
  if (url.username !== "" || url.password !== "")
    return `${place.MODEL_URL}, without a name or password in it`;
  if (/[?#]/.test(value)) return `${place.MODEL_URL}, without ? or #`;
  if (/\/chat\/completions\/?$/.test(url.pathname)) {
    return `${place.MODEL_URL}. The end, /chat/completions, is put behind it by the program: leave it out`;
  }
  if (url.protocol === "http:" && !isOwnMachine(url.hostname)) {
    return `${place.MODEL_URL}, over https: messages would cross the network readable (http is for this machine itself)`;
  }
  return null;
}

function isOwnMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** As `modelUrlFault`, for the name of the model. */
export function modelNameFault(value: string): string | null {
  if (/^(?:sk-|Bearer )/.test(value))
    return `${place.MODEL_NAME}. This looks like a key: that belongs in MODEL_API_KEY`;
  return /^[\w.:/@+-]{1,120}$/.test(value) ? null : `${place.MODEL_NAME}, without spaces or quotes`;
}

/** As `modelUrlFault`, for the key. */
export function modelKeyFault(value: string): string | null {
  if (/["'`“”‘’]/.test(value)) return `${place.MODEL_API_KEY}. There are quotes in it: leave those out`;
  if (/^Bearer\b/i.test(value)) return `${place.MODEL_API_KEY}, without the word Bearer`;
  if (/[<>{}$…]|^\.+$|jouw|^x+$|changeme|placeholder/i.test(value)) {
    return `${place.MODEL_API_KEY}. This is the text of an example: put your own in its place`;
  }
  return /^[\x21-\x7e]{1,2000}$/.test(value)
    ? null
    : `${place.MODEL_API_KEY}. There is a space or a line break in it`;
}

type Given = Readonly<Partial<Record<ModelName, string | undefined>>>;

/** What is missing where one of the settings is given without those that it needs. */
export function modelCombinationFaults(given: Given): { readonly name: ModelName; readonly fault: string }[] {
  // The limits alone ask for nothing.
  const names = (["MODEL_URL", "MODEL_NAME", "MODEL_API_KEY"] as const).filter(
    (name) => given[name] !== undefined,
  );
  if (names.length === 0) return [];
  return (["MODEL_URL", "MODEL_NAME"] as const)
    .filter((name) => given[name] === undefined)
    .map((name) => ({
      name,
      fault: `${name} is missing, while ${names.join(" and ")} ${names.length > 1 ? "are" : "is"} given: expected ${place[name]}. Give it, or leave all of MODEL_ out: then no language model is asked.`,
    }));
}

/** The settings together, checked; null: no language model. */
export function modelOf(
  given: {
    readonly MODEL_URL?: string | undefined;
    readonly MODEL_NAME?: string | undefined;
    readonly MODEL_API_KEY?: string | undefined;
    readonly MODEL_PER_DAY: number;
    readonly MODEL_SECONDS: number;
  },
  dataDir: string,
): ModelSettings | null {
  if (given.MODEL_URL === undefined || given.MODEL_NAME === undefined) return null;
  return {
    url: given.MODEL_URL.replace(/\/*$/, "/"),
    name: given.MODEL_NAME,
    apiKey: given.MODEL_API_KEY ?? null,
    perDay: given.MODEL_PER_DAY,
    patienceMs: given.MODEL_SECONDS * 1000,
    offFile: `${dataDir}/model-uit`,
  };
}
