// The classifiers of P10 and P11, each a process of its own: `node test/bench/peers.ts <name>`. It says how it fares over IPC.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { obey } from "./pinned-child.ts";

/** A message with what it is about. */
interface Lesson {
  readonly text: string;
  readonly label: string;
}

/** A classifier that can say what a message is about. */
interface Peer {
  say(text: string): unknown;
  /** What it takes on a disk. */
  readonly bytes: number;
}

/** What a process tells about itself. */
export interface Fares {
  readonly trainMs: number;
  readonly loadMs: number;
  readonly rssMb: number;
  readonly bytes: number;
}

const peers: Readonly<Record<string, (lessons: readonly Lesson[]) => Promise<Peer>>> = {
  voelspriet: openOurs,
  "nlp.js": openNlp,
  wink: openWink,
  fastText: openFastText,
};

export const peerNames = Object.keys(peers);

/** The same messages of about 200 characters for everybody: 2,000 to learn from and 500 to read. */
export function lessons(): { readonly learn: readonly Lesson[]; readonly read: readonly string[] } {
  const told = readFileSync("examples/berichten.jsonl", "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { text: string; meant: { categories: string[] } });
  const made = Array.from({ length: 2_500 }, (_, at): Lesson => {
    const one = told[(at * 7) % told.length];
    const other = told[(at * 13 + 5) % told.length];
    return {
      text: `${one?.text} ${other?.text} ${one?.text}`.slice(0, 200),
      label: one?.meant.categories[0] ?? "none",
    };
  });
  return { learn: made.slice(0, 2_000), read: made.slice(2_000).map(({ text }) => text) };
}

/** It learned beforehand, from some thousands of messages: `npm run -s voelspriet -- train`. */
async function openOurs(): Promise<Peer> {
  const { openEmbedded } = await import("#classify/embedded/engine.ts");
  const engine = openEmbedded();
  const model = new URL("../../src/classify/embedded/model/", import.meta.url);
  const bytes = readdirSync(model).reduce((sum, name) => sum + statSync(new URL(name, model)).size, 0);
  return { say: (text) => engine.classify(text), bytes };
}

async function openNlp(learn: readonly Lesson[]): Promise<Peer> {
  const { containerBootstrap, Nlp } = await import("@nlpjs/basic");
  const { LangNl } = await import("@nlpjs/lang-nl");
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangNl);
  const nlp = container.get("nlp");
  nlp.settings = { ...nlp.settings, autoSave: false, log: false, threshold: 0.5 };
  // It prints what it does, and would go on learning for a minute.
  const settings = { log: false, iterations: 150 };
  nlp.nluManager.settings.domain = { nluByDomain: { default: { className: "NeuralNlu", settings } } };
  nlp.addLanguage("nl");
  for (const { text, label } of learn) nlp.addDocument("nl", text, label);
  await nlp.train();
  return { say: (text) => nlp.process("nl", text), bytes: Buffer.byteLength(nlp.export()) };
}

async function openWink(learn: readonly Lesson[]): Promise<Peer> {
  const { default: winkNaiveBayes } = await import("wink-naive-bayes-text-classifier");
  const classifier = winkNaiveBayes();
  classifier.definePrepTasks([(text: string) => text.toLowerCase().split(/[^\p{L}\d]+/u)]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  for (const { text, label } of learn) classifier.learn(text, label);
  const bytes = Buffer.byteLength(classifier.exportJSON());
  classifier.consolidate();
  return { say: (text) => classifier.predict(text), bytes };
}

async function openFastText(learn: readonly Lesson[]): Promise<Peer> {
  const { getFastTextModule, FastTextModel } = await import("fasttext.wasm.js");
  const core = await getFastTextModule();
  const lines = learn.map(({ text, label }) => `__label__${label} ${text.replaceAll("\n", " ")}`);
  core.FS.writeFile("lessons.txt", lines.join("\n"));
  const args = new core.Args();
  const wanted = {
    lr: 0.5,
    dim: 50,
    epoch: 10,
    wordNgrams: 2,
    minn: 3,
    maxn: 5,
    bucket: 200_000,
    minCount: 1,
    thread: 1,
    verbose: 0,
    input: "lessons.txt",
  };
  Object.assign(args, wanted, { model: core.ModelName.supervised, loss: core.LossName.softmax });
  const trained = new core.FastText();
  trained.train(args, () => {});
  trained.saveModel("model.bin");
  const { byteLength } = core.FS.readFile("model.bin");
  const model = new FastTextModel(trained, core);
  return { say: (text) => model.predict(text, 1, 0), bytes: byteLength };
}

if (import.meta.main) {
  const name = process.argv[2] ?? "";
  const { learn, read } = lessons();
  const before = process.memoryUsage().rss;
  let peer: Peer | null = null;
  obey(
    {
      async open(): Promise<Fares> {
        const from = performance.now();
        peer = (await peers[name]?.(learn)) ?? null;
        const trainMs = performance.now() - from;
        await peer?.say(read[0] ?? "");
        return {
          trainMs,
          loadMs: performance.now() - from,
          rssMb: (process.memoryUsage().rss - before) / 1e6,
          bytes: peer?.bytes ?? 0,
        };
      },
      /** µs a message: the mean of a round. */
      async round() {
        const from = performance.now();
        for (const text of read) await peer?.say(text);
        return ((performance.now() - from) / read.length) * 1_000;
      },
      async read({ text, times }: { text: string; times: number }) {
        const from = performance.now();
        for (let count = 0; count < times; count++) await peer?.say(text);
        return ((performance.now() - from) / times) * 1_000;
      },
    },
    () => {},
  );
}
