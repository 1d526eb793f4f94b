import type { Language } from "#signal/words.ts";
import { say } from "#texts/say.ts";

/** What stands beside a field that was not filled in right: what is wrong, and what to do. */
export function fieldFault(
  fault: "missing" | "too_long" | "unknown" | "unused" | "wrong_code",
  language: Language,
): string {
  switch (fault) {
    case "missing":
      return say(language, { nl: "Vul dit nog in.", en: "Please fill this in." });
    case "too_long":
      return say(language, {
        nl: "Dit is te lang. Maak het korter.",
        en: "This is too long. Please make it shorter.",
      });
    case "unused":
      return say(language, {
        nl: "Deze tekst gaat nergens heen. Kies advies, of haal de tekst weg.",
        en: "This text goes nowhere. Choose advice, or remove the text.",
      });
    case "wrong_code":
      return say(language, {
        nl: "Deze code ken ik niet. Vraag hem na bij je school of club, of laat dit leeg.",
        en: "I do not know this code. Ask your school or club for it, or leave this empty.",
      });
    case "unknown":
      return say(language, {
        nl: "Dit staat niet in de lijst. Kies iets uit de lijst.",
        en: "This is not in the list. Choose from the list.",
      });
  }
}
