/** The closed lists of the job, in the words of domain.md ("Decisions that bind the product"). */

/** What the concern is about; several may hold at once (decision 1). `unclear` always goes to a human. */
export const categories = [
  "domestic_violence",
  "psychological",
  "addiction",
  "debt",
  "other",
  "unclear",
] as const;
export type Category = (typeof categories)[number];

/** The four categories that the expertise of a team is measured by. */
export const expertises = ["addiction", "domestic_violence", "debt", "psychological"] as const;
export type Expertise = (typeof expertises)[number];

/** Is this message a concern in one of the four categories, another real concern, or no concern at all? */
export const kinds = ["signal", "other", "not_a_signal"] as const;
export type Kind = (typeof kinds)[number];

/** Where a second reader reads otherwise than the first: no concern, somebody of the organisation, about what, less urgent. */
export const differences = ["kind", "insider", "category", "urgency"] as const;
export type Difference = (typeof differences)[number];

/** How fast a human has to look, most urgent first: U1 to U4 of domain.md 2.2. */
export const urgencies = ["acute", "urgent", "soon", "preventive"] as const;
export type Urgency = (typeof urgencies)[number];

/** Where a signal comes from. */
export const sources = ["school", "club", "wijkplatform", "other"] as const;
export type Source = (typeof sources)[number];

/** Who signals: the law and the texts differ (domain.md 0.3). */
export const roles = ["professional", "volunteer"] as const;
export type Role = (typeof roles)[number];

/** Rough age of the person concerned. */
export const ageGroups = ["0-4", "4-12", "12-16", "16-18", "adult", "75+"] as const;
export type AgeGroup = (typeof ageGroups)[number];

/** Answers to "Is er nu gevaar?" (domain.md 7.3, Q1). `unknown` means urgent until a human has looked. */
export const dangers = ["now", "maybe", "no", "unknown"] as const;
export type Danger = (typeof dangers)[number];

/** Answers to "Weet die persoon dat je dit deelt?" (domain.md 7.3, Q3). */
export const awarenesses = ["yes", "yes_reluctant", "no_afraid", "no_unsafe"] as const;
export type Awareness = (typeof awarenesses)[number];

/** Answers to the buttons under the acute safety text (domain.md 2.3, U1). */
export const callAnswers = ["called", "cannot_call", "not_now"] as const;
export type CallAnswer = (typeof callAnswers)[number];

/** What came of it, set by a human (decision 3, domain.md 4.2). */
export const outcomes = ["P0", "P1", "P2", "C1", "C2", "N1", "N2", "N3", "N4", "N5"] as const;
export type Outcome = (typeof outcomes)[number];

/** What the signaler is told, in approved words only (domain.md 7.4). `received` is the receipt itself. */
export const feedbackLevels = ["looked_at", "in_contact", "advice", "closed", "not_for_us"] as const;
export type FeedbackLevel = (typeof feedbackLevels)[number];

/** The approved follow-up questions (domain.md 7.3 and 1.5); at most three are asked. */
export const questionIds = [
  "danger",
  "aware",
  "age_group",
  "area",
  "fact",
  "fact_fear",
  "fact_injury",
  "fact_duration",
  "fact_money",
  "fact_use",
] as const;
export type QuestionId = (typeof questionIds)[number];

export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

/** Negative when `a` is more urgent than `b`. */
export function compareUrgency(a: Urgency, b: Urgency): number {
  return urgencies.indexOf(a) - urgencies.indexOf(b);
}

/** The more urgent of the two. */
export function mostUrgent(a: Urgency, b: Urgency): Urgency {
  return compareUrgency(a, b) <= 0 ? a : b;
}

/** The more urgent of what is known; null: nothing is. */
export function higherOf(a: Urgency | null, b: Urgency | null): Urgency | null {
  if (a === null || b === null) return a ?? b;
  return mostUrgent(a, b);
}

/** One level up; acute stays acute. */
export function raised(urgency: Urgency): Urgency {
  return urgencies[Math.max(0, urgencies.indexOf(urgency) - 1)] ?? "acute";
}

/** Counts as prevention in the prevention share (decision 4). */
export function isPrevention(outcome: Outcome): boolean {
  return outcome === "P1" || outcome === "P2";
}

/** Counts as caseload in the prevention share (decision 4). */
export function isCasework(outcome: Outcome): boolean {
  return outcome === "C1" || outcome === "C2";
}
