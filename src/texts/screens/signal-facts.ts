import { isOpen, type Signal } from "#signal/signal.ts";
import type { Part } from "#texts/card.ts";
import { dateInWords, dueInWords } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { facts } from "#texts/parts.ts";
import { areaName, nameOf } from "#texts/people.ts";
import { capital, type Said, say } from "#texts/say.ts";
import {
  ageWords,
  awareWords,
  callWords,
  categoriesInWords,
  dangerWords,
  outcomeWords,
  sourceWords,
  stageWords,
  urgencyWords,
} from "#texts/terms.ts";

type Fact = readonly [Said, string | null];

/** How a signal stands, for colleagues: what presses for an answer first, then what was told with it. */
export function signalFacts(signal: Signal, reading: Reading): Part {
  const pairs = [
    ...howItStands(signal, reading),
    ...whatPresses(signal, reading),
    ...toldWith(signal, reading),
  ];
  return facts(pairs.map(([label, value]) => [say(reading.language, label), value]));
}

function howItStands(signal: Signal, reading: Reading): readonly Fact[] {
  const { language } = reading;
  const s = (said: Said) => capital(say(language, said));
  const waits = signal.holder === null && isOpen(signal);
  const asked = waits ? signal.asked.at(-1) : undefined;
  const holder = signal.holder === null ? null : nameOf(signal.holder, reading);
  return [
    [{ nl: "Urgentie", en: "Urgency" }, s(urgencyWords[signal.urgency])],
    [{ nl: "Onderwerp", en: "Subject" }, capital(categoriesInWords(language, signal.categories))],
    [{ nl: "Stand", en: "Status" }, s(stageWords[signal.stage])],
    [{ nl: "Opgepakt door", en: "Picked up by" }, holder],
    [{ nl: "Gevraagd aan", en: "Asked" }, asked === undefined ? null : nameOf(asked, reading)],
    [{ nl: "Oppakken voor", en: "Pick up before" }, waits ? dueInWords(signal.acceptDue, reading) : null],
    [{ nl: "Keer overgedragen", en: "Times handed over" }, signal.hops === 0 ? null : String(signal.hops)],
    [{ nl: "Uitkomst", en: "Outcome" }, signal.outcome === null ? null : s(outcomeWords[signal.outcome])],
  ];
}

/** What the signaler said after the story, by a press: a colleague should not miss it. */
function whatPresses(signal: Signal, reading: Reading): readonly Fact[] {
  const when = (at: number | null) => (at === null ? null : capital(dateInWords(at, reading)));
  const called = signal.called === null ? null : say(reading.language, callWords[signal.called]);
  return [
    [{ nl: "Nog steeds bezorgd", en: "Still worried" }, when(signal.worriedAt)],
    [{ nl: "Antwoord over 112", en: "Answer about 112" }, called],
    [{ nl: "Vroeg om intrekken", en: "Asked to withdraw" }, when(signal.withdrawAskedAt)],
  ];
}

function toldWith(signal: Signal, reading: Reading): readonly Fact[] {
  const { report } = signal;
  const s = (said: Said) => capital(say(reading.language, said));
  const organisation = reading.directory.organisations.find((known) => known.id === report.organisation);
  return [
    [{ nl: "Wijk", en: "Area" }, report.area === null ? null : areaName(report.area, reading)],
    [{ nl: "Komt van", en: "Comes from" }, organisation?.name ?? s(sourceWords[report.source])],
    [{ nl: "Leeftijd", en: "Age" }, report.ageGroup === null ? null : s(ageWords[report.ageGroup])],
    [{ nl: "Gevaar nu", en: "Danger now" }, report.danger === null ? null : s(dangerWords[report.danger])],
    [
      { nl: "Weet de persoon dit", en: "Does the person know" },
      report.aware === null ? null : s(awareWords[report.aware]),
    ],
    [{ nl: "Binnen sinds", en: "Received" }, capital(dateInWords(signal.receivedAt, reading))],
  ];
}
