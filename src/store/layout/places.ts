/** Where a sealed text lives: `table:row:column`. What opens it must come from the same row (vault.ts). */

export const instancePlace = "instance:1:mark";

/** The signal is part of the place: a story that was moved to another signal does not open. */
export function passagePlace(signal: string, id: string): string {
  return `passages:${signal}/${id}:text`;
}

export function signalerPlace(id: string): string {
  return `signalers:${id}:sealed`;
}

/** The recipient is part of the place. The same for a notice that waits and the message it becomes. */
export function noticePlace(id: string, recipient: string): string {
  return `notices:${id}/${recipient}:body`;
}

export function typedPlace(key: string): string {
  return `typed:${key}:body`;
}

export function contactPlace(id: string): string {
  return `contacts:${id}:sealed`;
}

export function refPlace(notice: string, recipient: string): string {
  return `messages:${notice}/${recipient}:ref`;
}

/** What the tag of a state is made of: an altered state, or one of another signal, has another tag. */
export function stateMark(id: string, state: string): string {
  return `states:${id}:${state}`;
}
