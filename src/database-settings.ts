/** A PostgreSQL database, where one machine is not enough. */
export interface DatabaseSettings {
  readonly url: string;
  /** Connections at once, of this instance. */
  readonly connections: number;
}

const expected =
  "the address of a PostgreSQL database, such as postgres://voelspriet:PASSWORD@db.jouwgemeente.nl/voelspriet";

/** What was expected where DATABASE_URL can not be right; null: it can. The message never holds the value. */
export function databaseUrlFault(value: string): string | null {
  if (/^(?:mysql|mariadb|sqlite|mongodb|jdbc|file):/i.test(value))
    return `${expected}. Of another kind it can not be`;
  const url = URL.parse(value);
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol)) return expected;
  if (/[<>{}]|PASSWORD|WACHTWOORD/.test(value))
    return `${expected}. This is the text of an example: put your own in its place`;
  if (url.pathname.length < 2) return `${expected}. The name of the database is missing at the end`;
  const mode = url.searchParams.get("sslmode");
  if (mode !== null && !/^(?:disable|no-verify|require|verify-ca|verify-full)$/.test(mode))
    return `${expected}. Its sslmode can be verify-full, verify-ca, require, no-verify or disable`;
  return null;
}

type Given = Readonly<{ DATABASE_URL?: string | undefined }>;

/** What is wrong with the database beside the other settings. `use`: a trial keeps in its folder. */
export function databaseCombinationFaults(
  given: Given,
  use: "trial" | "real",
): { readonly name: "DATABASE_URL"; readonly fault: string }[] {
  if (given.DATABASE_URL === undefined || use === "real") return [];
  return [
    {
      name: "DATABASE_URL",
      fault:
        "DATABASE_URL is for real use, and no setting of Slack or Teams is given: a trial keeps its invented signals in DATA_DIR. Give those settings, or leave it out.",
    },
  ];
}

/** The settings; null: SQLite, in DATA_DIR. */
export function databaseOf(
  given: Given & { readonly DATABASE_CONNECTIONS: number },
): DatabaseSettings | null {
  if (given.DATABASE_URL === undefined) return null;
  return { url: given.DATABASE_URL, connections: given.DATABASE_CONNECTIONS };
}
