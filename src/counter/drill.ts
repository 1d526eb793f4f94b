import type { Visitor } from "#counter/visitor.ts";
import type { Reported } from "#signal/event.ts";
import { drillStory } from "#texts/forms/drill.ts";

/**
 * An exercise as an event (features row 71): a fixed story, told by the coordinator who starts it. Urgent by the answer
 * "misschien", so that nothing hangs on what a classifier makes of it.
 */
export function drillOf(key: string, visitor: Visitor): Reported {
  const { signaler, signalerId, language, address } = visitor;
  return {
    type: "reported",
    key,
    by: { as: "signaler", id: signalerId },
    address,
    text: drillStory(language),
    organisation: signaler?.organisation ?? null,
    source: "other",
    area: null,
    role: signaler?.role ?? "professional",
    language,
    ageGroup: null,
    danger: "maybe",
    aware: null,
    // What is remembered of the coordinator as somebody who signals stays as it is.
    vouched: signaler?.vouched ?? false,
    drill: true,
  };
}
