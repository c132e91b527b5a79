import { randomFrom } from "../../test/kit/random.ts";
import type { Analysis } from "../../server/src/service.ts";
import type { Template } from "../../server/src/template/template.ts";
import type { Case, CorpusFile } from "./cases.ts";
import { differences, type Difference } from "./compare.ts";
import { conformingDocument, freshDocument } from "./conform.ts";
import type { Fault } from "./fault.ts";
import { pastable } from "./ground.ts";
import { aboutTemplate, isAboutTemplate, judged, templateOf, toldIn, type Told } from "./judged.ts";
import { chooseFaults, judgeFault, type Outcome } from "./plant.ts";
import { strainOf, type Strain } from "./strain.ts";
import type { Truth } from "./truth.ts";

export interface Wish {
  readonly seed: number;
  /** Faults for each template. */
  readonly faults: number;
  /** Faults for each document that follows its template. */
  readonly faultsInDocument: number;
}

/** All that is measured of a template with its documents. */
export interface Measured {
  readonly name: string;
  readonly documents: number;
  /** Nothing where there is no truth table. */
  readonly differences: readonly Difference[] | undefined;
  readonly trueLines: number;
  /** What is told of a document of ours that follows the template. */
  readonly toldOfConforming: readonly Told[];
  /** What is told above information of a new document that nobody has written in yet. */
  readonly toldOfNew: readonly Told[];
  readonly planted: readonly Planted[];
  /** How many of the documents follow their template, so that faults were planted in them. */
  readonly following: number;
  readonly strains: readonly Strain[];
}

export interface Planted extends Outcome {
  /** By which it is planted again: the document's path, or `new`, and the fault's number. */
  readonly id: string;
}

export function measure(one: Case, truth: Truth | undefined, wish: Wish): Measured {
  const template = templateOf(one.template);
  const own = { path: "2026-03-01-sync-engine-for-field-notes.md", text: conformingDocument(template) };
  const fresh = { ...own, text: freshDocument(template) };
  const conforming = judged(own, template, "review");
  const following = one.documents.filter((document) =>
    judged(document, template, "review").findings.every((finding) => !isAboutTemplate(finding)),
  );
  return {
    name: one.name,
    documents: one.documents.length,
    differences: truth && differences(template, truth),
    trueLines: truth?.lines.length ?? 0,
    toldOfConforming: toldIn(`new ${one.name}`, {
      ...conforming,
      findings: conforming.findings.filter(isAboutTemplate),
    }),
    toldOfNew: toldIn(`new ${one.name}`, judged(fresh, template, "draft")).filter(
      ({ rule, severity }) => aboutTemplate.has(rule) && (severity === "warning" || severity === "error"),
    ),
    planted: [
      ...plantedIn("new", own, template, truth, wish.seed, wish.faults),
      ...following.flatMap((document) =>
        plantedIn(document.path, document, template, truth, wish.seed, wish.faultsInDocument),
      ),
    ],
    following: following.length,
    strains: one.documents.map((document) => strainOf(document, template)),
  };
}

function plantedIn(
  id: string,
  document: CorpusFile,
  template: Template,
  truth: Truth | undefined,
  seed: number,
  count: number,
): readonly Planted[] {
  const read = (text: string): Analysis => judged({ ...document, text }, template, "review");
  const analysis = read(document.text);
  const faults = faultsFor(analysis, template, truth, seed, count);
  return faults.map((fault, index) => ({ ...judgeFault(fault, analysis, read), id: `${id}#${index}` }));
}

const faultsFor = (
  analysis: Analysis,
  template: Template,
  truth: Truth | undefined,
  seed: number,
  count: number,
): readonly Fault[] =>
  count === 0 ? [] : chooseFaults({ analysis, ...pastable(template, truth) }, mixed(seed, analysis), count);

/** A seed of its own for each document, so that not all have the same faults. */
const mixed = (seed: number, { doc }: Analysis): number =>
  randomFrom(seed + doc.text.length * 7919).below(2 ** 31);
