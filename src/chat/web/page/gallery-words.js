import { language } from "./words.js";

/** Groups of the gallery: the part of an item's name before " / ", in words. */
const groups = {
  receipt: ["Ontvangst en stand", "Receipt and status"],
  safety: ["Veiligheid", "Safety"],
  questions: ["Vragen vooraf", "First questions"],
  question_relayed: ["Een vraag van de collega", "A question from the colleague"],
  feedback: ["Terugkoppeling", "Word to the sender"],
  delayed: ["Het duurt langer", "It takes longer"],
  withdraw_asked: ["Intrekken gevraagd", "Withdrawal asked"],
  alert: ["Nieuw signaal voor een collega", "New signal for a colleague"],
  consult: ["Overleg", "Consult"],
  consult_answer: ["Antwoord op overleg", "Answer to a consult"],
  answer_relayed: ["Antwoord van wie het vertelde", "Answer from the sender"],
  supplemented: ["Aanvulling", "Addition"],
  called: ["Er is gebeld", "There was a call"],
  withdraw_request: ["Verzoek om in te trekken", "Request to withdraw"],
  reminder: ["Herinneringen", "Reminders"],
  unreachable: ["Niet bereikbaar", "Not reachable"],
  digest: ["De week in cijfers", "The week in numbers"],
  erasure_held: ["Wissen gepauzeerd", "Erasure paused"],
  refusal: ["Dit kan nu niet", "Not possible now"],
  safety_first: ["Eerst veiligheid", "Safety first"],
  done: ["Gelukt", "Done"],
  story: ["Het verhaal", "The story"],
  why: ["Waarom deze indeling", "Why sorted like this"],
  help: ["Hulp", "Help"],
  home_signaler: ["Overzicht: wie signaleert", "Overview: who signals"],
  home_expert: ["Overzicht: expert", "Overview: expert"],
  home_manager: ["Overzicht: manager", "Overview: manager"],
  forms: ["Formulieren", "Forms"],
};

/** The group that an item belongs to: a key, and its words in the page's language. */
export function groupOf(item) {
  const key = item.form ? "forms" : item.name.split(" / ")[0];
  const words = groups[key];
  return { key, words: words ? words[language === "nl" ? 0 : 1] : key };
}
