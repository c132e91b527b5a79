import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { linkedPaths, pullRequestText } from "../../server/src/features/pull-request.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { analyse } from "../kit/analyse.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";

const path = "docs/designs/2026-03-01-sync-engine-design.md";
const pages = "https://git.example/o/r/blob/b";
const place = { path, page: `${pages}/${path}`, files: pages };
const first = `[\`${path}\`](${pages}/${path})`;

const bodyOf = (text: string, template?: string, where: typeof place | { path: string } = place): string =>
  pullRequestText(analyse(text, template === undefined ? {} : { template }), where).body;

const head = "# Sync engine\n\nStatus: DRAFT\nReviewers: @grace, @org/mobile\n";

/** By what it shows: a document by the built-in template, and what its pull request says behind the document’s path. */
const bodies: Readonly<Record<string, readonly [text: string, body: string]>> = {
  "summary, goals, reviewers and open questions": [
    `${head}\n## Executive Summary\n\nPhones keep a *log*.\n\n## Goals\n\n- Offline\n- Fast\n\n## Non-Goals\n\n- Web\n\n## Drawbacks and Open Questions\n\nOne more thing to run.\n\n- How long is the log kept?\n- Who pays? Ada does.\n`,
    "## Executive Summary\n\nPhones keep a *log*.\n\n## Goals\n\n- Offline\n- Fast\n\nReviewers: @grace, @org/mobile\n\n## Drawbacks and Open Questions\n\n- How long is the log kept?",
  ],
  "nothing of what is empty, set aside or the template’s": [
    "# Sync engine\n\nStatus: DRAFT\nReviewers: @owner1, @owner2\n\n## Summary\n\nTBD\n\n## Goals\n\nN/A: there are none.\n",
    "",
  ],
  "links that survive": [
    "# A\n\n## Summary\n\n[web](https://x.example/a), [doc](other.md#part), [up](../a%20b/c.md), [root](/LICENSE), [here](#goals), <https://y.example>, [ref][1], [*own*][2].\n\n[1]: https://z.example/q\n[2]: img/(a).png\n",
    `## Summary\n\n[web](https://x.example/a), [doc](${pages}/docs/designs/other.md#part), [up](${pages}/docs/a%20b/c.md), [root](${pages}/LICENSE), [here](${pages}/${path}#goals), <https://y.example>, [ref](https://z.example/q), [*own*](<${pages}/docs/designs/img/(a).png>).`,
  ],
  "no link that leaves the repository": [
    "# A\n\n## Summary\n\nSee [the issue](../../../issues/3).\n",
    "## Summary\n\nSee the issue.",
  ],
  "pictures as links, but for those of the web": [
    "# A\n\n## Summary\n\n![flow](flow.png) ![far](https://x.example/a.png) [![badge](b.svg)](c.md)\n",
    `## Summary\n\n[flow](${pages}/docs/designs/flow.png) ![far](https://x.example/a.png) [badge](${pages}/docs/designs/c.md)`,
  ],
  "no comments, and code as it is": [
    "# A\n\n## Summary\n\n<!-- design-docs-disable-next-line summary-length -->\n\nWords.\n\n```md\n<!-- kept -->\n\n\n[a](b.md)\n```\n",
    "## Summary\n\nWords.\n\n```md\n<!-- kept -->\n\n\n[a](b.md)\n```",
  ],
};

describe("text of a pull request", () => {
  for (const [name, [text, body]] of Object.entries(bodies)) {
    it(`has ${name}`, () => assert.equal(bodyOf(text), body === "" ? first : `${first}\n\n${body}`));
    it(`has ${name}, with line ends of Windows`, () =>
      assert.equal(bodyOf(text.replaceAll("\n", "\r\n")), body === "" ? first : `${first}\n\n${body}`));
  }

  it("has the words alone where no address is known", () =>
    assert.equal(
      bodyOf(
        "# A\n\n## Summary\n\n[doc](other.md), ![flow](flow.png), [here](#goals), [web](https://x.example)\n",
        undefined,
        { path },
      ),
      `\`${path}\`\n\n## Summary\n\ndoc, flow, here, [web](https://x.example)`,
    ));

  it("finds the sections of another template", () => {
    const template =
      "# Decision\n\n## Context and Problem Statement\n\nWhy?\n\n## Decision Drivers\n\n- driver\n";
    const text =
      "# Use Redis\n\n## Context and Problem Statement\n\nSessions get lost.\n\n## Decision Drivers\n\n- cost\n";
    assert.equal(bodyOf(text, template), `${first}\n\n${text.slice(text.indexOf("## Context")).trim()}`);
  });

  it("takes the first section where a template has no summary", () => {
    const template = "# Entwurf\n\n## Worum es geht\n\nIn Kürze.\n\n## Ziele\n\nListe.\n";
    const text = "# Abgleich\n\n## Worum es geht\n\nTelefone ohne Netz.\n\n## Ziele\n\nViele.\n";
    assert.equal(bodyOf(text, template), `${first}\n\n## Worum es geht\n\nTelefone ohne Netz.`);
  });

  it("names a branch after the document", () =>
    assert.equal(
      pullRequestText(analyse("# Größere Ströme: 2.0"), place).branch,
      "design/grossere-strome-2-0",
    ));

  it("is made of any text", () => {
    for (let seed = 0; seed < 80; seed++) {
      const { body } = pullRequestText(analyse(oddDocument(randomFrom(seed))), place);
      assert.ok(body.startsWith(first) && body === body.trimEnd() && !body.includes("\r"));
    }
  });
});

describe("what a document brings along", () => {
  it("is what it links to and shows", () =>
    assert.deepEqual(
      linkedPaths(
        parseDocument(
          '[a](a.md#x) ![b](img/b%20c.png) [a](a.md) [web](https://x.example/d.md) [r](/root.md) [e][e]\n\n<img src="f.svg">\n\n[e]: ../e.md\n',
        ),
      ).toSorted(),
      ["../e.md", "a.md", "f.svg", "img/b c.png"],
    ));
});
