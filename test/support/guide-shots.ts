import { readFileSync } from "node:fs";
import { readDirectory } from "#route/directory.ts";
import type { Address } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import type { SeenMessage, SeenView } from "./fake-slack/fake-slack.ts";
import { asJson } from "./fake-slack/reading.ts";
import { digestBlocks } from "./guide-digest.ts";
import { openSlackStage, type SlackStage } from "./slack-stage.ts";

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
const typed = "Een meisje uit groep 8 slaapt elke dag in de klas. Ze zorgt voor haar zieke moeder.";
/** Codes are random: in the pictures they are always these. */
const codes = ["VS-K7MP-3QF", "VS-H4TW-9CD", "VS-N6RX-7GY", "VS-P3VJ-4KM"];

/**
 * A teacher tells, a debt counsellor picks it up and sends word, in the real house with the real Slack door; each shot is
 * exactly what a strict Slack got. The last two are the digest of a week of invented numbers.
 */
export async function guideShots(): Promise<readonly GuideShot[]> {
  const stage = await openSlackStage({ directory: (_town, at) => exampleTown(at) });
  try {
    const told = await teacherTells(stage);
    const taken = await colleagueTakesIt(stage);
    const answered = await colleagueSendsWord(stage);
    const later = await moreComesIn(stage);
    return withCodes([...told, ...taken, ...answered, ...later, ...weekForManagers(stage)]);
  } finally {
    await stage.close();
  }
}

/** The municipality of examples/, with everybody on Slack. */
function exampleTown(at: (person: string) => Address): Directory {
  const town = readDirectory(readFileSync("examples/voorbeeldstad.yaml", "utf8"), "voorbeeldstad.yaml");
  const people = town.people.map((person) => ({ ...person, addresses: [at(person.id)] }));
  return { ...town, people, digest: { ...town.digest, teamChannels: [], managementChannels: [] } };
}

async function teacherTells(stage: SlackStage): Promise<GuideShot[]> {
  const juf = stage.person("juf");
  await juf.openHome();
  const start = await homeOf(stage, "juf", "Ik maak me zorgen");
  await juf.press("Ik maak me zorgen", { in: "home" });
  const form = await stage.modal("juf", "Wat zag of hoorde je?");
  juf.fillIn({
    text: story,
    danger: "Nee",
    area: "Noord",
    age_group: "4 tot 12 jaar",
    aware: "Ja, en het mag",
  });
  juf.fillIn({ organisation: "Basisschool De Wilg", role: "professional" });
  await juf.submit();
  await juf.close();
  await stage.settle();
  return [
    { name: "melder-start", ...start },
    { name: "melder-formulier", ...dialog(form), cut: true, filled: { text: story, danger: "no" } },
    { name: "melder-ontvangst", ...message(messageWith(juf.messages(), "We hebben je zorg")) },
  ];
}

async function colleagueTakesIt(stage: SlackStage): Promise<GuideShot[]> {
  const mehmet = stage.person("mehmet");
  const alert = mehmet.lastMessage();
  await stage.pass({ minutes: 21 });
  await mehmet.press("Bekijk");
  const read = await stage.modal("mehmet", "Het verhaal");
  await mehmet.press("Ik pak dit op");
  await stage.modal("mehmet", "Opgepakt door: Mehmet");
  await mehmet.close();
  await stage.settle();
  return [
    { name: "expert-melding", ...message(alert) },
    { name: "expert-verhaal", ...dialog(read) },
    { name: "expert-opgepakt", ...message(mehmet.lastMessage()) },
  ];
}

async function colleagueSendsWord(stage: SlackStage): Promise<GuideShot[]> {
  const mehmet = stage.person("mehmet");
  await stage.pass({ minutes: 34 });
  await mehmet.press("Laat weten", { in: "message" });
  await stage.modal("mehmet", "Wat laat je weten");
  mehmet.fillIn({ level: "looked_at" });
  await mehmet.submit();
  await mehmet.close();
  await stage.settle();
  const word = stage.person("juf").lastMessage();
  return [{ name: "melder-bericht", ...message(word), under: "↳ hoort bij je eerste bericht" }];
}

async function moreComesIn(stage: SlackStage): Promise<GuideShot[]> {
  await stage.pass({ hours: 1 });
  for (const text of others)
    await stage.tell("buur", { text, area: "Noord", organisation: "Wijkplatform Noord" });
  await stage.person("mehmet").openHome();
  const home = await homeOf(stage, "mehmet", "Jouw signalen");
  await stage.pass({ hours: 2 });
  const juf = stage.person("juf");
  await juf.dm(typed);
  await stage.settle();
  return [
    { name: "expert-start", ...home },
    { name: "melder-getypt", ...message(messageWith(juf.messages(), "Haal het nu uit deze chat")) },
  ];
}

function weekForManagers({ directory }: SlackStage): GuideShot[] {
  const { blocks, at } = digestBlocks(directory);
  const underChart = blocks.findIndex((block) => asJson(block)["type"] === "image") + 1;
  return [
    { name: "manager-week", frame: "message", at: timeOf(at), blocks: blocks.slice(0, underChart) },
    { name: "manager-getallen", frame: "rest", blocks: blocks.slice(underChart) },
  ];
}

type Shown = Omit<GuideShot, "name">;

function dialog({ title, submit, blocks }: SeenView): Shown {
  return { frame: "modal", title, submit, blocks };
}

function message({ ts, blocks }: SeenMessage): Shown {
  return { frame: "message", at: timeOf(Number(ts) * 1_000), blocks };
}

async function homeOf({ slack, person }: SlackStage, name: string, words: string): Promise<Shown> {
  const { blocks } = await slack.eventually(() => {
    const home = person(name).home();
    return home?.visible.includes(words) ? home : null;
  });
  return { frame: "home", blocks };
}

function messageWith(messages: readonly SeenMessage[], words: string): SeenMessage {
  const found = messages.find(({ visible }) => visible.includes(words));
  if (found === undefined) throw new Error(`There is no message that says "${words}".`);
  return found;
}

const clockTime = new Intl.DateTimeFormat("nl-NL", { timeStyle: "short", timeZone: "Europe/Amsterdam" });

function timeOf(instant: number): string {
  return clockTime.format(instant);
}

function withCodes(shots: readonly GuideShot[]): readonly GuideShot[] {
  const text = JSON.stringify(shots);
  const found = [...new Set(text.match(/VS-[0-9A-Z]{4}-[0-9A-Z]{3}/g))];
  const renamed = found.reduce((so, code, place) => so.replaceAll(code, codes[place] ?? code), text);
  return JSON.parse(renamed) as readonly GuideShot[];
}
