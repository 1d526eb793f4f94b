/** Where one of Microsoft's clouds gives out tokens and signs activities. */
export interface TeamsCloud {
  /** Without a slash at the end. */
  readonly loginUrl: string;
  /** What our token is for. */
  readonly scope: string;
  readonly openIdUrl: string;
  /** Who signs activities: the only issuer that is let in. */
  readonly issuer: string;
}

/** As in Microsoft's own table (teams.api 2.1.0, cloud-environment). */
const clouds = {
  global: {
    loginUrl: "https://login.microsoftonline.com",
    scope: "https://api.botframework.com/.default",
    openIdUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
    issuer: "https://api.botframework.com",
  },
  usGovernment: {
    loginUrl: "https://login.microsoftonline.us",
    scope: "https://api.botframework.us/.default",
    openIdUrl: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
    issuer: "https://api.botframework.us",
  },
  china: {
    loginUrl: "https://login.partner.microsoftonline.cn",
    scope: "https://api.botframework.azure.cn/.default",
    openIdUrl: "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
    issuer: "https://api.botframework.azure.cn",
  },
} as const satisfies Readonly<Record<string, TeamsCloud>>;

/** The cloud of these settings: by the host of the login address; another address (a test) speaks as the public cloud. */
export function cloudOf(given: {
  readonly loginUrl: string | null;
  readonly openIdUrl: string | null;
}): TeamsCloud {
  const host = given.loginUrl === null ? "" : URL.parse(given.loginUrl)?.host;
  const cloud =
    Object.values(clouds).find(({ loginUrl }) => URL.parse(loginUrl)?.host === host) ?? clouds.global;
  return {
    ...cloud,
    loginUrl: (given.loginUrl ?? cloud.loginUrl).replace(/\/+$/, ""),
    openIdUrl: given.openIdUrl ?? cloud.openIdUrl,
  };
}
