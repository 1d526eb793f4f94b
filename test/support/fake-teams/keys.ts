import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { systemClock } from "#base/clock.ts";
import type { Json, Token } from "./interface.ts";
import type { World } from "./world.ts";

/** A pair to sign with, and how it stands in the list of keys. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const made = new Map<string, SigningKey>();

/** The pair with this name: made once per process, which takes a while. */
export function signingKey(kid: string): SigningKey {
  const known = made.get(kid);
  if (known !== undefined) return known;
  const pair = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const key = {
    kid,
    privateKey: createPrivateKey(pair.privateKey),
    publicKey: createPublicKey(pair.publicKey),
  };
  made.set(kid, key);
  return key;
}

export function jwkOf({ kid, publicKey }: SigningKey): Json {
  const endorsements = ["msteams", "skype", "webchat", "directline"];
  return { ...publicKey.export({ format: "jwk" }), use: "sig", kid, x5t: kid, endorsements };
}

function encoded(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

/** A token with exactly this head and these claims, signed with this key. */
export function signed(claims: Json, key: SigningKey, head: Json = {}): string {
  const content = `${encoded({ typ: "JWT", alg: "RS256", kid: key.kid, x5t: key.kid, ...head })}.${encoded(claims)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key.privateKey).toString("base64url")}`;
}

/** How activities are signed, and how somebody who is not the Bot Framework would try to. */
export function openSigner(world: World) {
  let current = signingKey("fake-key-1");
  let rotated = 1;

  function goodClaims(serviceUrl: string): Json {
    const now = Math.floor(systemClock.now() / 1_000);
    return {
      serviceurl: serviceUrl,
      nbf: now - 60,
      exp: now + 3_540,
      iss: "https://api.botframework.com",
      aud: world.clientId,
    };
  }

  /** The value of the Authorization header; null: none. Several: sent as several headers. */
  function headerFor(token: Token, serviceUrl: string, claims: Json = {}): string | readonly string[] | null {
    const good = { ...goodClaims(serviceUrl), ...claims };
    const now = Math.floor(systemClock.now() / 1_000);
    const bearer = (text: string) => `Bearer ${text}`;
    const without = (name: string) =>
      Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
    const fromEntra = (tenant: string, v2 = false): Json => ({
      ...without("serviceurl"),
      iss: v2 ? `${world.origin}/login/${tenant}/v2.0` : `https://sts.windows.net/${tenant}/`,
      tid: tenant,
      appid: "6c1e4a0c-1111-4222-8333-444455556666",
      ...claims,
    });
    switch (token) {
      case "good":
        return bearer(signed(good, current));
      case "absent":
        return null;
      case "empty":
        return "Bearer ";
      case "garbage":
        return "Bearer not.a.token";
      case "not-bearer":
        return `Basic ${Buffer.from("bot:secret").toString("base64")}`;
      case "twice":
        return [bearer("not.a.token"), bearer(signed(good, signingKey("fake-other-key")))];
      case "alg-none":
        return bearer(`${encoded({ typ: "JWT", alg: "none" })}.${encoded(good)}.`);
      case "hs256-with-public-key": {
        const content = `${encoded({ typ: "JWT", alg: "HS256", kid: current.kid })}.${encoded(good)}`;
        const secret = current.publicKey.export({ type: "spki", format: "pem" });
        return bearer(`${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`);
      }
      case "other-key":
        return bearer(signed(good, signingKey("fake-other-key"), { kid: current.kid, x5t: current.kid }));
      case "unknown-kid":
        return bearer(signed(good, signingKey("fake-other-key")));
      case "broken-signature":
        return bearer(signed(good, current).replace(/[\w-]{6}$/, "AAAAAA"));
      case "wrong-audience":
        return bearer(signed({ ...good, aud: "00000000-0000-4000-8000-000000000000" }, current));
      case "no-audience":
        return bearer(signed(without("aud"), current));
      case "wrong-issuer":
        return bearer(signed({ ...good, iss: "https://api.botframework.example" }, current));
      case "no-issuer":
        return bearer(signed(without("iss"), current));
      case "expired":
        return bearer(signed({ ...good, nbf: now - 4_200, exp: now - 600 }, current));
      case "just-expired":
        return bearer(signed({ ...good, nbf: now - 4_200, exp: now - 60 }, current));
      case "not-yet":
        return bearer(signed({ ...good, nbf: now + 600, exp: now + 4_200 }, current));
      case "wrong-service-url":
        return bearer(signed({ ...good, serviceurl: "https://smba.trafficmanager.net/amer/" }, current));
      case "no-service-url":
        return bearer(signed(without("serviceurl"), current));
      case "entra":
        return bearer(signed(fromEntra(world.tenant), current));
      case "entra-v2":
        return bearer(signed(fromEntra(world.tenant, true), current));
      case "entra-other-tenant":
        return bearer(signed(fromEntra(world.otherTenant), current));
      default:
        return token satisfies never;
    }
  }

  return {
    headerFor,
    /** The list of keys as it is now. */
    keys: (): Json => ({ keys: [jwkOf(current)] }),
    rotate(): void {
      rotated += 1;
      current = signingKey(`fake-key-${rotated}`);
    },
    /** A token for the app, by which it calls the connector. */
    appToken(tenant: string): string {
      const now = Math.floor(systemClock.now() / 1_000);
      const token = signed(
        {
          aud: "https://api.botframework.com",
          iss: `https://sts.windows.net/${tenant}/`,
          appid: world.clientId,
          tid: tenant,
          nbf: now - 60,
          exp: now + world.settings.tokenSeconds,
          jti: world.id(),
        },
        signingKey("fake-login-key"),
      );
      world.tokens.set(token, world.clock.now() + world.settings.tokenSeconds * 1_000);
      return token;
    },
  };
}

export type Signer = ReturnType<typeof openSigner>;
