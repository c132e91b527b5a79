/** What the suite is told of the world that it runs in. */
export interface World {
  /** Names the editor, for the summary. */
  readonly name: string;
  /** Whether somebody sits at the keyboard: keys can be pressed and pictures taken. */
  readonly user: boolean;
  /** Whether a workspace of several folders is open: then only the tests about that are run, and else all others. */
  readonly severalFolders?: boolean;
  /** Whether VS Code shows its extensions in German: then only the test about that is run. */
  readonly german?: boolean;
  /** Only tests whose full name contains this are run. */
  readonly only?: string;
}

/** What is to be seen: the first that the CSS selector finds, and that holds the text. */
export interface Place {
  readonly css: string;
  readonly text?: string;
}

/** What the suite can ask for. Keys are named as Playwright names them: `Control+Space`, `Escape`. */
export type Request =
  | { readonly do: "press"; readonly keys: readonly string[] }
  | { readonly do: "type"; readonly text: string; readonly delay?: number }
  | { readonly do: "click"; readonly text: string; readonly button?: "right" }
  | { readonly do: "point"; readonly css: string }
  | { readonly do: "drag"; readonly from: Place; readonly to: Place }
  | { readonly do: "see"; readonly css: string; readonly text?: string }
  | { readonly do: "miss"; readonly css: string; readonly text?: string }
  | { readonly do: "screenshot"; readonly name: string };

/** How a request went. */
export interface Answer {
  readonly problem?: string;
}

/** What came of a run. */
export interface Results {
  /** For how many milliseconds VS Code waited for the extension when it activated it; absent where nobody looked. */
  readonly activation?: number;
  readonly passed: number;
  readonly failed: number;
}
