import { anchorsOf } from "../syntax/anchors.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { digest } from "../text/digest.ts";
import type { Files } from "./files.ts";
import { canonical, nameOf } from "./uris.ts";

/** The anchors of Markdown files. They are kept and the texts are not, since an index links to thousands of files. */
export interface FileAnchors {
  /**
   * The same set for as long as the text is the same. Nothing for files that are no Markdown, too long, or cannot be
   * read.
   */
  of(uri: string): Promise<ReadonlySet<string> | undefined>;
  /** A file was changed: it is read again when somebody asks. */
  forget(uri: string): void;
  /** Any file may have changed. */
  clear(): void;
}

// A longer one would hold up everything else while it is read.
const longestText = 400_000;

interface Read {
  readonly print: string;
  readonly anchors: ReadonlySet<string>;
}

/**
 * Anchors of the texts in `files`, or of what `openText` has of a file, by its canonical URI. `pause` lets others work
 * before a text is read.
 */
export function fileAnchors(
  files: Pick<Files, "readFile">,
  openText: (uri: string) => string | undefined,
  pause: () => Promise<void> = () => Promise.resolve(),
): FileAnchors {
  const asked = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  const read = new Map<string, Read>();
  const open = new Map<
    string,
    { readonly text: string; readonly anchors: ReadonlySet<string> | undefined }
  >();

  const inText = (key: string, text: string | undefined): ReadonlySet<string> | undefined => {
    if (text === undefined || text.length > longestText) {
      read.delete(key);
      return undefined;
    }
    const print = digest(text);
    const known = read.get(key);
    if (known?.print === print) return known.anchors;
    const anchors = anchorsOf(parseDocument(text));
    read.set(key, { print, anchors });
    return anchors;
  };

  const inFile = (key: string): Promise<ReadonlySet<string> | undefined> => {
    const known = asked.get(key);
    if (known) return known;
    const fresh = files.readFile(key).then(async (text) => {
      await pause();
      return inText(key, text);
    });
    asked.set(key, fresh);
    fresh.catch(() => asked.get(key) === fresh && asked.delete(key));
    return fresh;
  };

  return {
    async of(uri) {
      const key = canonical(uri);
      if (!/\.(?:md|markdown)$/i.test(nameOf(uri))) return undefined;
      const text = openText(key);
      if (text === undefined) {
        open.delete(key);
        return inFile(key);
      }
      const known = open.get(key);
      if (known?.text === text) return known.anchors;
      const anchors = inText(key, text);
      open.set(key, { text, anchors });
      return anchors;
    },
    forget: (uri) => void asked.delete(canonical(uri)),
    clear: () => asked.clear(),
  };
}
