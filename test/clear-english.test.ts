import { expect, test } from "vitest";
import { isClearlyEnglish } from "#signal/clear-english.ts";

test.each([
  "My neighbour hits his son every day.",
  "she says she doesn't want to live anymore",
  "I think the man upstairs hurts his wife",
  "There is a boy here without a coat, he never has lunch",
  "I\u2019m worried about a student in my class, Fatima van Dijk",
])("%j is answered in English", (text) => {
  expect(isClearlyEnglish(text)).toBe(true);
});

test.each([
  "Een jongen uit groep 7 heeft vaak geen brood mee.",
  "hij zegt steeds 'I want to die and nobody will care', ik maak me zorgen over hem",
  "help me",
  "Sorry, please bel me",
  "ik ben bang dat het mis is met haar man, hij was had beer in hand",
  "Sąsiad bije swojego syna",
  "Der Nachbar schlägt seinen Sohn",
  "",
  "112",
])("%j is not", (text) => {
  expect(isClearlyEnglish(text)).toBe(false);
});
