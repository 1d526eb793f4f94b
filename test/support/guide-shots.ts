import { readFileSync } from "node:fs";
import { readDirectory } from "#route/directory.ts";
import type { Directory } from "#signal/directory.ts";
import type { SeenMessage, SeenView } from "./fake-slack/fake-slack.ts";
import { asJson } from "./fake-slack/reading.ts";
import { digestBlocks } from "./guide-digest.ts";
import { openSlackStage } from "./slack-stage.ts";

/** One picture of a guide: what Slack got, and what stands around it there. */
export interface GuideShot {
  /** docs/pictures/<name>.png */
  readonly name: string;
  /** `rest`: the lower part of a long message. */
  readonly frame: "message" | "rest" | "modal" | "home";
  readonly blocks: readonly unknown[];
  /** The title of a dialog, as Slack gets it. */
  readonly title?: string;
  readonly submit?: string | null;
  /** What somebody filled in, by field. */
  readonly filled?: Readonly<Record<string, string>>;
  /** A long dialog: what fits in a window, as Slack shows it before somebody scrolls. */
  readonly cut?: boolean;
  /** When the message came: `10:12`. */
  readonly at?: string;
  /** Said above a message that stands in a thread. */
  readonly under?: string;
}

const story =
  "Een jongen uit groep 6 heeft al weken geen eten mee. Zijn moeder zegt dat er thuis aanmaningen liggen.";
const others = [
  "Een gezin in de straat heeft huurachterstand. De deurwaarder stond al voor de deur.",
  "Een vader vertelt dat hij de rekeningen niet meer opent. Hij leent geld van de andere ouders.",
];
/** Codes are random: in the pictures they are always these. */
const codes = ["VS-K7MP-3QF", "VS-H4TW-9CD", "VS-N6RX-7GY", "VS-P3VJ-4KM"];

/** The municipality of examples/, with everybody on Slack. */
function exampleTown(at: (person: string) => `slack:${string}`): Directory {
  const town = readDirectory(readFileSync("examples/voorbeeldstad.yaml", "utf8"), "voorbeeldstad.yaml");
  const people = town.people.map((person) => ({ ...person, addresses: [at(person.id)] }));
  return { ...town, people, digest: { ...town.digest, teamChannels: [], managementChannels: [] } };
}

const clockTime = new Intl.DateTimeFormat("nl-NL", { timeStyle: "short", timeZone: "Europe/Amsterdam" });

/**
 * A teacher tells, a debt counsellor picks it up and sends word, in the real house with the real Slack door; each shot is
 * exactly what a strict Slack got.
 */
export async function guideShots(): Promise<readonly GuideShot[]> {
  const stage = await openSlackStage({ directory: (_town, at) => exampleTown(at) });
  const { slack } = stage;
  const shots: GuideShot[] = [];
  const keepModal = (name: string, { title, submit, blocks }: SeenView, more: Partial<GuideShot> = {}) => {
    shots.push({ name, frame: "modal", title, submit, blocks, ...more });
  };
  const keepMessage = (name: string, { ts, blocks }: SeenMessage, under?: string) => {
    const at = clockTime.format(Number(ts) * 1_000);
    shots.push({ name, frame: "message", at, blocks, ...(under === undefined ? {} : { under }) });
  };
  const keepHome = async (name: string, person: string, words: string) => {
    const home = await slack.eventually(() => {
      const seen = stage.person(person).home();
      return seen?.visible.includes(words) ? seen : null;
    });
    shots.push({ name, frame: "home", blocks: home.blocks });
  };

  try {
    const juf = stage.person("juf");
    await juf.openHome();
    await keepHome("melder-start", "juf", "Ik maak me zorgen");
    await juf.press("Ik maak me zorgen", { in: "home" });
    const form = await stage.modal("juf", "Wat zag of hoorde je?");
    if (form !== null) keepModal("melder-formulier", form, { cut: true, filled: { text: story, danger: "no" } });
    juf.fillIn({ text: story, danger: "Nee", area: "Noord", age_group: "4 tot 12 jaar", aware: "Ja, en het mag" });
    juf.fillIn({ organisation: "Basisschool De Wilg", role: "professional" });
    await juf.submit();
    await juf.close();
    await stage.settle();
    keepMessage("melder-ontvangst", messageWith(juf.messages(), "We hebben je zorg"));

    const mehmet = stage.person("mehmet");
    keepMessage("expert-melding", mehmet.lastMessage());
    await stage.pass({ minutes: 21 });
    await mehmet.press("Bekijk");
    const read = await stage.modal("mehmet", "Het verhaal");
    if (read !== null) keepModal("expert-verhaal", read);
    await mehmet.press("Ik pak dit op");
    await stage.modal("mehmet", "Opgepakt door: Mehmet");
    await mehmet.close();
    await stage.settle();
    keepMessage("expert-opgepakt", mehmet.lastMessage());

    await stage.pass({ minutes: 34 });
    await mehmet.press("Laat weten", { in: "message" });
    await stage.modal("mehmet", "Wat laat je weten");
    mehmet.fillIn({ level: "looked_at" });
    await mehmet.submit();
    await mehmet.close();
    await stage.settle();
    const word = juf.lastMessage();
    keepMessage("melder-bericht", word, "↳ hoort bij je eerste bericht");

    await stage.pass({ hours: 1 });
    for (const text of others) await stage.tell("buur", { text, area: "Noord", organisation: "Wijkplatform Noord" });
    await mehmet.openHome();
    await keepHome("expert-start", "mehmet", "2 nieuw");

    await stage.pass({ hours: 2 });
    await juf.dm("Een meisje uit groep 8 slaapt elke dag in de klas. Ze zorgt voor haar zieke moeder.");
    await stage.settle();
    keepMessage("melder-getypt", messageWith(juf.messages(), "Haal het nu uit deze chat"));

    const week = digestBlocks(stage.directory);
    const chart = week.blocks.findIndex((block) => asJson(block)["type"] === "image") + 1;
    const at = clockTime.format(week.at);
    shots.push({ name: "manager-week", frame: "message", at, blocks: week.blocks.slice(0, chart) });
    shots.push({ name: "manager-getallen", frame: "rest", blocks: week.blocks.slice(chart) });
    return withCodes(shots);
  } finally {
    await stage.close();
  }
}

function messageWith(messages: readonly SeenMessage[], words: string): SeenMessage {
  const found = messages.find(({ visible }) => visible.includes(words));
  if (found === undefined) throw new Error(`There is no message that says "${words}".`);
  return found;
}

function withCodes(shots: readonly GuideShot[]): readonly GuideShot[] {
  const text = JSON.stringify(shots);
  const found = [...new Set(text.match(/VS-[0-9A-Z]{4}-[0-9A-Z]{3}/g))];
  const renamed = found.reduce((so, code, place) => so.replaceAll(code, codes[place] ?? code), text);
  return JSON.parse(renamed) as readonly GuideShot[];
}
