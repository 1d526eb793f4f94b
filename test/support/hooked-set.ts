/** A set that tells of each change. */
export function hookedSet(changed: (value: string, isIn: boolean) => void): Set<string> {
  const set = new Set<string>();
  return new Proxy(set, {
    get(target, name) {
      if (name === "add") return (value: string) => (changed(value, true), target.add(value));
      if (name === "delete") return (value: string) => (changed(value, false), target.delete(value));
      const found: unknown = Reflect.get(target, name, target);
      return typeof found === "function" ? found.bind(target) : found;
    },
  });
}
