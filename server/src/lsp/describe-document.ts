import { progress } from "../features/progress.ts";
import type * as protocol from "../protocol/tools.ts";
import { judge, readText, type Analysis } from "../service.ts";
import type { Expectation } from "../template/expectations.ts";
import { lineStarts } from "../text/lines.ts";
import { canonical } from "../workspace/uris.ts";
import { stopIfCancelled } from "./guard.ts";
import { render } from "./messages.ts";
import type { Session } from "./session.ts";
import { statusWord } from "./status.ts";
import type { CancellationToken } from "vscode-languageserver";

/** Answers {@link protocol.DescribeDocument}. A file is read once and nothing of it is kept. */
export async function describeDocument(
  session: Session,
  { uri, stage }: protocol.DescribeDocumentParams,
  token?: CancellationToken,
): Promise<protocol.DescribeDocumentResult> {
  const { scoped, baseline } = await session.standing(uri);
  stopIfCancelled(token);
  if (!scoped) return null;
  const open = session.documents.all().find((one) => canonical(one.uri) === canonical(uri));
  const opened = open && (await session.opened(open.uri, token));
  const text = open?.getText() ?? (await session.files.readFile(uri));
  const { scope, governing, claim } = scoped;
  const analysed = opened?.analysis ?? readText(text ?? "", governing.template);
  const author = session.author(scope);
  const facts = opened?.analysis.facts ?? (await session.facts.once(uri, analysed, author));
  stopIfCancelled(token);
  const analysis = judge(analysed, {
    settings: scope.settings,
    facts,
    since: claim?.collection.since,
    accepted: baseline?.accepted,
    ...(stage && { stage }),
  });
  const exists = text !== undefined;
  return {
    exists,
    template: governing.template.name,
    status: statusWord(analysis),
    stage: analysis.stage,
    ...progress(analysis),
    findings: exists ? findingsOf(analysis) : [],
    sections: sectionsOf(analysis),
  };
}

function findingsOf({ doc, findings }: Analysis): readonly protocol.DescribedFinding[] {
  const starts = lineStarts(doc.text);
  return findings.map(({ rule, problem, severity, message }) => ({
    line: Math.max(1, starts.findLastIndex((start) => start <= problem.span.start) + 1),
    severity,
    rule: rule.id,
    message: render(message),
    why: rule.why,
  }));
}

function sectionsOf({ alignment, states }: Analysis): readonly protocol.DescribedSection[] {
  return alignment.sections.map(({ wanted, part }) => ({
    title: wanted.title,
    depth: wanted.depth,
    required: wanted.required,
    due: wanted.due,
    guidance: wanted.guidance,
    expects: wanted.expects.map(inWords),
    state: part ? (states.get(part)?.state ?? "empty") : "missing",
  }));
}

function inWords({ name, least, most }: Expectation): string {
  const range = [least, most].filter((one) => one !== undefined).join("-");
  return range === "" ? name : `${name} ${range}`;
}
