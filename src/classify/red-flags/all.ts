import { bodyAndHome, bodyAndHomeConcepts } from "#classify/red-flags/body-and-home.ts";
import { bodyInDanger, bodyInDangerConcepts } from "#classify/red-flags/body-in-danger.ts";
import { childAndSexual } from "#classify/red-flags/child-and-sexual.ts";
import { childUnsafe, childUnsafeConcepts } from "#classify/red-flags/child-unsafe.ts";
import { redFlagConcepts } from "#classify/red-flags/concepts.ts";
import { farewell, farewellConcepts } from "#classify/red-flags/farewell.ts";
import { homeAndTaken, homeAndTakenConcepts } from "#classify/red-flags/home-and-taken.ts";
import { meansAndPlaces, meansAndPlacesConcepts } from "#classify/red-flags/means-and-places.ts";
import { mindInDanger } from "#classify/red-flags/mind-in-danger.ts";
import { otherLanguages } from "#classify/red-flags/other-languages.ts";
import { peopleAndTimes } from "#classify/red-flags/people-and-times.ts";
import type { RedFlag } from "#classify/red-flags/red-flag.ts";
import { sexualAndTold, sexualAndToldConcepts } from "#classify/red-flags/sexual-and-told.ts";
import { suicide, suicideConcepts } from "#classify/red-flags/suicide.ts";
import { violence } from "#classify/red-flags/violence.ts";
import { violenceAround, violenceAroundConcepts } from "#classify/red-flags/violence-around.ts";

/** How words are typed as they are said. */
const spokenForms: Readonly<Record<string, readonly string[]>> = { niet: ["nie"], hem: ["em"] };

/** Every red flag of domain.md 1.4, also as it is typed in a hurry. */
export const redFlags: readonly RedFlag[] = [
  ...violence,
  ...childAndSexual,
  ...suicide,
  ...bodyAndHome,
  ...violenceAround,
  ...childUnsafe,
  ...sexualAndTold,
  ...farewell,
  ...meansAndPlaces,
  ...bodyInDanger,
  ...mindInDanger,
  ...homeAndTaken,
  ...otherLanguages,
].map((flag) => ({ ...flag, when: flag.when.map(asTyped) }));

/** Where a line has a place for `niet` or `hem`, "nie" and "em" do as well; tied words and what must not be near stay. */
function asTyped(line: string): string {
  return line
    .split(" ")
    .map((place) => (place.startsWith("-") || place.startsWith("@") ? place : spokenToo(place)))
    .join(" ");
}

function spokenToo(place: string): string {
  const words = place.split("/");
  const spoken = words.flatMap((word) => spokenForms[word] ?? []).filter((word) => !words.includes(word));
  return [...words, ...spoken].join("/");
}

/** The word lists that the red flags refer to. */
export const allRedFlagConcepts = {
  ...redFlagConcepts,
  ...peopleAndTimes,
  ...suicideConcepts,
  ...bodyAndHomeConcepts,
  ...violenceAroundConcepts,
  ...childUnsafeConcepts,
  ...sexualAndToldConcepts,
  ...farewellConcepts,
  ...meansAndPlacesConcepts,
  ...bodyInDangerConcepts,
  ...homeAndTakenConcepts,
};
