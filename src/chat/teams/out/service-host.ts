/**
 * May our token go to this service URL? Its host is in the list (an exact name, or `.suffix` for all below), and the line is
 * safe: https, or http to this machine itself. There a name may have its port with it, or stand for all ports.
 */
export function isServiceUrl(address: string, hosts: readonly string[]): boolean {
  const url = address.length > 500 ? null : URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return false;
  }
  const isOwn = isThisMachine(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isOwn)) return false;
  return hosts.some((host) => {
    const named = host.toLowerCase();
    if (named.startsWith(".")) return !isOwn && url.port === "" && url.hostname.endsWith(named);
    return named === url.host || (isOwn && named === url.hostname);
  });
}

/**
 * Where a conversation is begun with somebody of whom nothing is known yet: at the first whole name of the list of hosts.
 * On this machine itself (tests) that takes a name with its port. Null: there is none.
 */
export function defaultServiceUrl(hosts: readonly string[]): string | null {
  const host = hosts.find((one) => !one.startsWith(".") && !isThisMachine(one));
  if (host === undefined) return null;
  const isOwn = isThisMachine(URL.parse(`http://${host}`)?.hostname ?? "");
  // The region "teams" finds the right one by itself.
  return isOwn ? `http://${host}/` : `https://${host}/teams/`;
}

/** A loopback address. */
export function isThisMachine(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
