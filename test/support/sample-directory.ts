import type { Directory, Person } from "#signal/directory.ts";

/** A colleague with what the test does not care about filled in. */
export function samplePerson(id: string, over: Partial<Person> = {}): Person {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    role: { nl: "wijkteammedewerker", en: "neighbourhood team worker" },
    team: "wijkteam Noord",
    expertise: {},
    areas: "all",
    ages: "all",
    days: [1, 2, 3, 4, 5],
    capacity: 8,
    absences: [],
    addresses: [`chat:${id}`],
    alertsIn: null,
    language: "nl",
    external: false,
    conflicts: [],
    ...over,
  };
}

/** A small municipality: Ben for debt, Sanne for violence, Noor for the young, Dora on duty, Carla coordinates, Max manages. */
export function sampleDirectory(over: Partial<Directory> = {}): Directory {
  return {
    municipality: "Voorbeeldstad",
    team: "wijkteam Noord",
    hours: {
      opens: 540,
      closes: 1020,
      days: [1, 2, 3, 4, 5],
      goodFriday: false,
      liberationDay: false,
      closed: [],
    },
    areas: [
      { id: "noord", name: "Noord" },
      { id: "zuid", name: "Zuid" },
    ],
    organisations: [
      { id: "de-wilg", name: "Basisschool De Wilg", type: "school", area: "noord", joinCode: null },
      { id: "fc-noord", name: "FC Noord", type: "club", area: "noord", joinCode: null },
    ],
    people: [
      samplePerson("ben", { expertise: { debt: 3 } }),
      samplePerson("sanne", { expertise: { domestic_violence: 3 } }),
      samplePerson("noor", { expertise: { psychological: 3, domestic_violence: 1 } }),
      samplePerson("dora"),
      samplePerson("carla", { role: { nl: "coördinator", en: "coordinator" } }),
      samplePerson("max", { role: { nl: "manager", en: "manager" } }),
      samplePerson("vera", { role: { nl: "vertrouwenspersoon", en: "confidential adviser" } }),
    ],
    duty: ["dora"],
    coordinators: ["carla"],
    managers: ["max"],
    onCall: [],
    outsideContact: "vera",
    learning: { corrections: false },
    digest: { teamChannels: [], managementChannels: [], hideUpTo: 4 },
    ...over,
  };
}

/** The same, where Basisschool De Wilg gave out this code. */
export function withCode(joinCode: string, over: Partial<Directory> = {}): Directory {
  const directory = sampleDirectory(over);
  const organisations = directory.organisations.map((one) =>
    one.id === "de-wilg" ? { ...one, joinCode } : one,
  );
  return { ...directory, organisations };
}
