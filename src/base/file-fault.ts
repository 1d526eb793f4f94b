/** Why a file or folder could not be used, in words an administrator can act on. Never what is in it. */
export function fileFault(thrown: unknown): string {
  const code = codeOf(thrown);
  return faults[code] ?? `it could not be used (${code === "" ? "unknown cause" : code})`;
}

/** The code of the operating system (`ENOENT`), or nothing. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
}

const faults: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "it is a folder, not a file",
  EACCES: "the user that runs this may not use it",
  EPERM: "the user that runs this may not use it",
  ENOTSUP: "no files can be kept there",
  EROFS: "that disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota of this user is used up",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "it is a link that leads to itself",
  EMFILE: "too many files are open on this machine",
};
