import { createKept, type KeptStore } from "../workspace/kept.ts";

/** What the system says of a file without reading it. */
export interface Stamp {
  /** Another text wherever the file was written since, unless that was within the grain of the system's clock. */
  readonly mark: string;
  /** It was written so long ago that whatever writes it now gives it another mark. */
  readonly isOld: boolean;
}

/** Short names of the texts of files, which are not read where they were not written since the last time. */
export interface StampedHashes {
  hashOf(uri: string): Promise<string | undefined>;
  /** Keeps what was found. Rejects where it cannot be written. */
  save(): Promise<void>;
}

type Line = readonly [uri: string, mark: string, hash: string];

const key = "files";
const most = 100_000;

/**
 * Hashes by stamps that are kept in `store`. One stamp is kept only if it was old before the file was read: a file that
 * is written twice at once may have one and the same (Git says “racy” of such a one).
 */
export function stampedHashes(
  store: KeptStore,
  version: string,
  stampOf: (uri: string) => Stamp | undefined,
  read: (uri: string) => Promise<string | undefined>,
): StampedHashes {
  const kept = createKept(store, { kind: "stamps", version, isValue: areLines });
  let isNew = false;
  const load = async (): Promise<Map<string, Line>> =>
    new Map((await kept.get(key))?.map((line) => [line[0], line]));
  let loading: Promise<Map<string, Line>> | undefined;
  const found = new Map<string, Promise<string | undefined>>();

  const find = async (uri: string): Promise<string | undefined> => {
    const lines = await (loading ??= load());
    const stamp = stampOf(uri);
    const known = lines.get(uri);
    if (stamp && known?.[1] === stamp.mark) return known[2];
    const hash = await read(uri);
    if (hash === undefined || !stamp?.isOld) return hash;
    lines.set(uri, [uri, stamp.mark, hash]);
    isNew = true;
    return hash;
  };

  return {
    hashOf(uri) {
      const asked = found.get(uri) ?? find(uri);
      found.set(uri, asked);
      return asked;
    },
    async save() {
      if (!isNew || !loading) return;
      isNew = false;
      const lines = [...(await loading).values()];
      kept.set(key, lines.length > most ? lines.filter(([uri]) => found.has(uri)) : lines);
      await kept.save();
    },
  };
}

const areLines = (value: unknown): value is readonly Line[] =>
  Array.isArray(value) &&
  value.every(
    (line) => Array.isArray(line) && line.length === 3 && line.every((one) => typeof one === "string"),
  );
