import type { Address } from "#signal/address.ts";
import type { PersonId, RoutingCode, RoutingReason } from "#signal/signal.ts";
import type { AgeGroup, Category, Expertise, Language, Source } from "#signal/words.ts";

/** The "smoelenboek": who works here, who signals to us, which areas there are. Read from the municipality's YAML. */
export interface Directory {
  readonly municipality: string;
  /** The handling team's name in texts: "wijkteam Noord". */
  readonly team: string;
  readonly hours: OfficeHours;
  readonly areas: readonly Area[];
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  /** Answer for everything nobody else answers for, in order; at least one. Can not be left out. */
  readonly duty: readonly PersonId[];
  /** Hears when the ladder runs out; at least one. */
  readonly coordinators: readonly PersonId[];
  /** Get the management digest as a direct message. */
  readonly managers: readonly PersonId[];
  /** Paged outside office hours for acute and urgent signals; may be empty. */
  readonly onCall: readonly PersonId[];
  /** Takes wrongs inside a club or school (confidential adviser, CVSN, inspector); never of that organisation itself. */
  readonly outsideContact: PersonId;
  /** May the engine learn from the corrections of experts, on this machine? Off where the file does not say so. */
  readonly learning: { readonly corrections: boolean };
  readonly digest: DigestSettings;
}

export interface OfficeHours {
  /** Minutes after midnight, local time: 540 is 09:00. */
  readonly opens: number;
  readonly closes: number;
  /** ISO weekdays, 1 is Monday. */
  readonly days: readonly number[];
  /** Good Friday and Liberation Day (5 May) are holidays only where the municipality says so. */
  readonly goodFriday: boolean;
  readonly liberationDay: boolean;
  /** Further closed days, `YYYY-MM-DD`. */
  readonly closed: readonly string[];
}

export interface DigestSettings {
  /** The handling team's own closed channels: they see their own counts. */
  readonly teamChannels: readonly Address[];
  /** Channels with a wider audience: small numbers hidden. */
  readonly managementChannels: readonly Address[];
  /** Cells of 1 up to this number are hidden from management: 4, by setting up to 9. */
  readonly hideUpTo: number;
}

export interface Area {
  readonly id: string;
  readonly name: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly type: Source;
  readonly area: string;
  /** Lets people in who are not known yet; given out by the school or club itself. Null: none. */
  readonly joinCode: string | null;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** What the signaler sees: "jeugd- en gezinswerker". Per language. */
  readonly role: Readonly<Record<Language, string>>;
  readonly team: string;
  /** Depth per category: 1 knows of it, 2 works with it, 3 is the specialist. Absent: not asked for it first. */
  readonly expertise: Readonly<Partial<Record<Expertise, 1 | 2 | 3>>>;
  /** Area ids, or every area. */
  readonly areas: readonly string[] | "all";
  /** Age groups that this person works with, or all. */
  readonly ages: readonly AgeGroup[] | "all";
  /** ISO weekdays, 1 is Monday. */
  readonly days: readonly number[];
  /** Open signals that fit beside the rest of the work. Never keeps an urgent one away. */
  readonly capacity: number;
  /** First and last day away, `YYYY-MM-DD`. */
  readonly absences: readonly { readonly from: string; readonly until: string }[];
  /** Where this person can be reached, the preferred one first. Empty: not reachable, never asked first. */
  readonly addresses: readonly Address[];
  /** The closed channel of the team where this colleague's alerts go; null: to the colleague, as a direct message. */
  readonly alertsIn: Address | null;
  readonly language: Language;
  /** External consult partner (regional addiction care, Veilig Thuis adviser): asked for advice, not a first owner. */
  readonly external: boolean;
  /** Organisations this person must not get signals from (works or coaches there). */
  readonly conflicts: readonly string[];
}

/** Open signals per colleague, right now. */
export type Loads = Readonly<Record<PersonId, number>>;

/** Who is asked, in order, and why (the answer of routing). */
export interface Assignment {
  readonly chain: readonly PersonId[];
  readonly reason: RoutingReason;
  /** Why each of the chain is in it. */
  readonly because: Readonly<Record<PersonId, readonly RoutingCode[]>>;
}

/** A category as routing asks for it; `other` and `unclear` ask for a generalist. */
export function expertiseOf(category: Category): Expertise | null {
  return category === "other" || category === "unclear" ? null : category;
}
