import type { Signer } from "./keys.ts";
import { Refusal } from "./refusal.ts";
import type { Asked, Said } from "./web-server.ts";
import type { World } from "./world.ts";

/** What the Microsoft identity platform says about a client and its secret, in its own codes. */
const no = {
  "wrong-secret": ["invalid_client", "AADSTS7000215: Invalid client secret provided."],
  "expired-secret": ["invalid_client", "AADSTS7000222: The provided client secret keys are expired."],
  unknown: ["unauthorized_client", "AADSTS700016: Application was not found in the directory."],
} as const;

/** `/login/<tenant>/oauth2/v2.0/token` and the OpenID documents. */
export function answerLogin(world: World, signer: Signer, asked: Asked): Said {
  const { verb, path, text } = asked;
  if (verb === "POST" && path.endsWith("/oauth2/v2.0/token")) return token(world, signer, asked, text);
  if (verb !== "GET") throw new Refusal(405, "MethodNotAllowed", "Only GET.", "app");
  if (path.endsWith("/keys")) return { status: 200, body: signer.keys() };
  return {
    status: 200,
    body: {
      issuer: "https://api.botframework.com",
      authorization_endpoint: "https://invalid.botframework.com",
      jwks_uri: `${world.origin}/v1/.well-known/keys`,
      token_endpoint: `${world.origin}/login/${world.tenant}/oauth2/v2.0/token`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
    },
  };
}

function token(world: World, signer: Signer, { path, contentType }: Asked, text: string): Said {
  const form = new URLSearchParams(text);
  const tenant = /\/([^/]+)\/oauth2\//.exec(path)?.[1] ?? "";
  const refuse = (error: string, error_description: string): Said => ({
    status: error === "invalid_client" ? 401 : 400,
    body: {
      error,
      error_description,
      error_codes: [Number(/AADSTS(\d+)/.exec(error_description)?.[1] ?? 0)],
    },
  });
  if (!contentType.startsWith("application/x-www-form-urlencoded"))
    return offended(
      world,
      "a request for a token that is no form",
      refuse("invalid_request", "AADSTS900144: no form"),
    );
  if (form.get("grant_type") !== "client_credentials")
    return offended(
      world,
      "a token by another grant",
      refuse("unsupported_grant_type", "AADSTS70003: another grant"),
    );
  if (form.get("scope") !== "https://api.botframework.com/.default")
    return offended(
      world,
      "a token for another scope",
      refuse("invalid_scope", "AADSTS70011: another scope"),
    );
  if (tenant !== world.tenant)
    return offended(
      world,
      `a token asked in tenant "${tenant}": the registration is of one tenant`,
      refuse("unauthorized_client", no.unknown[1]),
    );
  const { app } = world.settings;
  const wrong =
    app !== "valid"
      ? app
      : form.get("client_id") !== world.clientId
        ? "unknown"
        : form.get("client_secret") !== world.clientSecret
          ? "wrong-secret"
          : null;
  if (wrong !== null) return refuse(no[wrong][0], no[wrong][1]);
  const { tokenSeconds } = world.settings;
  return {
    status: 200,
    body: {
      token_type: "Bearer",
      expires_in: tokenSeconds,
      ext_expires_in: tokenSeconds,
      access_token: signer.appToken(tenant),
    },
  };
}

function offended(world: World, words: string, said: Said): Said {
  world.offend(words);
  return said;
}
