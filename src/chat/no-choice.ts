/** Stands for the option that is empty ("laat het systeem kiezen") where a platform takes no empty value. */
export const noChoice = "~";

/** The value of an option as our own forms have it. */
export function choiceIn(value: string): string {
  return value === noChoice ? "" : value;
}
