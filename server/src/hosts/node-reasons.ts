const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ENOENT: "it is gone",
  EEXIST: "it exists already",
  EISDIR: "it is a folder",
  ENOTDIR: "something in its path is no folder",
  ELOOP: "its links go round in a circle",
  EMFILE: "too many files are open",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  ENAMETOOLONG: "its name is too long",
  EBUSY: "another program uses it",
};

/** The code of an error of Node's, such as `ENOENT`; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** What comes of work with files, or an error that says the reason in a few words. */
export async function withReason<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const reason = reasons[codeOf(error)];
    throw reason === undefined ? error : new Error(reason);
  }
}
