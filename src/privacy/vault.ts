import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from "node:crypto";
import { Problem } from "#base/problem.ts";
import type { Sealer } from "#store/store.ts";

/** One key of the vault: 32 random bytes. Its id is derived from it, so that a wrong key can not pass for the right one. */
export interface VaultKey {
  readonly id: string;
  readonly secret: Buffer;
}

/** The keys, oldest first. The newest seals, all of them open, the first one makes the pseudonyms. */
export interface KeyRing {
  readonly keys: readonly [VaultKey, ...VaultKey[]];
}

const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;
/** 192 bits of the hash: 32 characters, too many to collide and short enough for an index. */
const pseudonymBytes = 24;

/** A new key. */
export function newVaultKey(): VaultKey {
  return vaultKeyOf(randomBytes(32));
}

/** The key with this secret (32 bytes). */
export function vaultKeyOf(secret: Buffer): VaultKey {
  const id = createHash("sha256").update("voelspriet key id v1").update(secret).digest("hex").slice(0, 12);
  return { id, secret };
}

/**
 * The vault: AES-256-GCM with a random nonce, bound to the place of the text (domain.md decision 6). A sealed text reads
 * `v1.<key id>.<base64url of nonce, text and tag>`. One key seals at most 2^32 texts; rotate long before that.
 */
export function openVault(ring: KeyRing): Sealer {
  const doors = new Map(ring.keys.map((key) => [key.id, derived(key, "voelspriet seal v1")]));
  const newest = ring.keys.at(-1) ?? ring.keys[0];
  const sealing = derived(newest, "voelspriet seal v1");
  const naming = derived(ring.keys[0], "voelspriet pseudonym v1");

  return {
    seal: (text, place) => `${version}.${newest.id}.${sealed(sealing, text, bound(newest.id, place))}`,
    open(text, place) {
      const [format, id, body, ...rest] = text.split(".");
      if (format !== version || !id || !body || rest.length > 0) throw altered();
      const key = doors.get(id);
      if (!key) {
        throw new Problem(
          "misconfigured",
          `The text was sealed with key ${nameable(id)}, which is not in the key file. Put back the key file that belongs to this store.`,
        );
      }
      return opened(key, Buffer.from(body, "base64url"), bound(id, place));
    },
    pseudonym: (text) =>
      createHmac("sha256", naming).update(text, "utf8").digest().toString("base64url", 0, pseudonymBytes),
  };
}

function derived(key: VaultKey, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync("sha256", key.secret, "", purpose, 32)));
}

function bound(keyId: string, place: string): Buffer {
  return Buffer.from(`${version}.${keyId}.${place}`, "utf8");
}

// Asking for random bytes is slow, whatever the number: many nonces at once, each given once. A nonce is no secret.
const nonces = Buffer.alloc(nonceBytes * 256);
let nonceAt = nonces.length;

function newNonce(): Buffer {
  if (nonceAt === nonces.length) {
    randomFillSync(nonces);
    nonceAt = 0;
  }
  nonceAt += nonceBytes;
  return nonces.subarray(nonceAt - nonceBytes, nonceAt);
}

function sealed(key: KeyObject, text: string, place: Buffer): string {
  const nonce = newNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(place);
  const body = cipher.update(text, "utf8");
  cipher.final();
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64url");
}

function opened(key: KeyObject, bytes: Buffer, place: Buffer): string {
  if (bytes.length < nonceBytes + tagBytes) throw altered();
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(place);
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    decipher.final();
    return text.toString("utf8");
  } catch {
    // The cause is left out: it can say nothing more.
    throw altered();
  }
}

function altered(): Problem {
  return new Problem(
    "bug",
    "A sealed text was altered, or moved to another row. Do not trust this store: put back a backup and find out who wrote to it.",
  );
}

/** A key id as it may be shown: an altered one may hold anything. */
function nameable(id: string): string {
  return /^[0-9a-f]{12}$/.test(id) ? id : "(unreadable)";
}
