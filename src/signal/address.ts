/** Someone's place on a platform: `web:leerkracht`, `slack:T1/U2`, `teams:tenant/user`. The part before the colon names the platform. */
export type Address = `${string}:${string}`;

/** The platform's name in an address. */
export function platformOf(address: Address): string {
  return address.slice(0, address.indexOf(":"));
}

/** Is this text an address? */
export function isAddress(text: string): text is Address {
  return /^[a-z]+:.+$/s.test(text);
}
