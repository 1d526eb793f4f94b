import type { Said } from "#texts/say.ts";

/** A dialog that the platform did not open in time. */
export const windowShut: Said = {
  nl: "Het venster ging niet open. Druk nog een keer, of typ /signaal. Wat je al schreef, staat er dan weer in.",
  en: "The window did not open. Press again, or type /signaal. What you already wrote is then in it again.",
};

/** What was pressed could not be kept. */
export const notKept: Said = {
  nl: "Dit is niet gelukt. Probeer het over een minuut nog een keer. Is er nu gevaar? Bel 112.",
  en: "This did not work. Please try again in a minute. Is there danger now? Call 112.",
};

/** For where nobody has said yet which language the reader reads. */
export function inBothLanguages(said: Said): string {
  return `${said.nl}\n${said.en}`;
}
