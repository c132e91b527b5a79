import { message } from "../messages/message.ts";
import { inText, type Block } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { htmlImages } from "../syntax/html-images.ts";
import { linkNodes } from "../syntax/links.ts";
import { contains } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { leftBehind } from "./support/links.ts";

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";

// What editors and forges write where nobody has said anything.
const filler = /^(?:alt(?:[ -]?text)?|image|img|picture|untitled)$/i;

export default defineRule<Problem>({
  id: "image-without-alt",
  summary: "A picture has no words that say what it shows.",
  why: 'Who cannot see the picture, reads the design in a terminal, or finds the file gone, learns nothing of it; search does not find it either. An `<img>` with `alt=""` says that it only decorates, and is not told.',
  severity: levels("hint", "information", "information"),
  examples: [
    {
      title: "nothing, and words that say nothing",
      template,
      text: "# Sync engine\n\n## Goals\n\n⟦![](images/flow.png)⟧\n\n⟦![image](images/states.png)⟧\n",
    },
    {
      title: "a tag without `alt`",
      template,
      text: '# Sync engine\n\n## Goals\n\n⟦<img src="images/flow.png" width="400">⟧\n',
    },
    {
      title: "words, and a tag that decorates",
      template,
      text: '# Sync engine\n\n## Goals\n\n![How edits travel from phone to server](images/flow.png)\n\n<img src="images/line.png" alt="">\n',
    },
  ],

  *check(context) {
    const left = leftBehind(context);
    for (const problem of problemsIn(context))
      if (!left.some((outer) => contains(outer, problem.span))) yield problem;
  },
});

function problemsIn({ doc }: RuleContext): readonly Problem[] {
  const problems = allIn(doc, problemsHere).flatMap(({ block, items }) =>
    items.map(({ span, message: told }) => ({ span: inText(doc, block, span), message: told })),
  );
  return problems.length > 1 ? problems.toSorted((a, b) => a.span.start - b.span.start) : problems;
}

/** The problems of one block, at offsets in it. */
function problemsHere(block: Block, source: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (source.includes("![")) {
    for (const inner of linkNodes(block, source)) {
      if (inner.kind !== "image") continue;
      const alt = inner.alt.trim();
      if (alt !== "" && !filler.test(alt)) continue;
      const told =
        alt === "" ? message("image-without-alt.none") : message("image-without-alt.filler", { alt });
      problems.push({ span: inner, message: told });
    }
  }
  for (const { span, alt } of htmlImages(block, source)) {
    if (alt === undefined) problems.push({ span, message: message("image-without-alt.tag") });
    else if (filler.test(alt.trim()))
      problems.push({ span, message: message("image-without-alt.filler", { alt: alt.trim() }) });
  }
  return problems;
}
