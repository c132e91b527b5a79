import mermaid from "mermaid";
import type { DiagramFact } from "../facts/diagram.ts";
import { checkDiagram } from "../mermaid/check-diagram.ts";

/** What a web worker has of its own, and what `node-diagrams.ts` gives to one of Node's. */
interface Realm {
  onmessage: (event: { readonly data: unknown }) => void;
  postMessage(fact: DiagramFact): void;
}

const realm = globalThis as unknown as Realm;

// One source in, one fact out. There are no numbers on them: the host asks one after another.
realm.onmessage = ({ data }) => {
  void checkDiagram((source) => mermaid.parse(source), String(data)).then((fact) => realm.postMessage(fact));
};
