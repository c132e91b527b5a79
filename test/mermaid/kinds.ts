/** One kind of diagram: a text that Mermaid draws, and texts that it refuses. */
export interface Kind {
  readonly sound: string;
  /** `▮` stands where the fault is told: before what was not expected, or at the end of a line that is told as a whole. */
  readonly broken: readonly string[];
}

/** Every kind that Mermaid documents, but ZenUML, which is a package of its own. */
export const kinds: Readonly<Record<string, Kind>> = {
  flowchart: {
    sound: `flowchart LR
  A[Phone] -->|sync| B{Newer?}
  B@{ shape: rect, label: "Is it newer?" }
  subgraph server [Server]
    B -- yes --> C[("Log")]
  end
  click A "https://example.org"
  style C fill:#eee,stroke:#333;
`,
    broken: [
      "flowchart LR\n  A --> B\n  B[Two --> C▮\n",
      "flowchart LR\n  A --> B\n  B -->\n  ▮--> C\n",
      "flowchart TD\n  A[one ▮(two)] --> B\n",
    ],
  },
  graph: { sound: "graph TD;\n  A-->B;\n", broken: ["graph TD\n  A --> ▮]\n"] },
  swimlane: {
    sound: "swimlane-beta LR\n  subgraph a [A]\n    x --> y\n  end\n",
    broken: ["swimlane-beta LR\n  subgraph a [A]\n    x --> ▮[\n  end\n"],
  },
  sequence: {
    sound: `sequenceDiagram
  participant P as Phone
  P->>+S: changes since 7
  S-->>-P: none
  Note over P,S: both idle
  alt offline
    P->>P: keep
  else online
    P->>S: send
  end
`,
    broken: [
      "sequenceDiagram\n  P->>S: hi\n  P-S hi▮\n  S->>P: ok\n",
      "sequenceDiagram\n  P->>S: hi\n  alt offline\n  P->>S: hi▮\n",
    ],
  },
  "class diagram": {
    sound:
      "classDiagram\n  class Log {\n    +int length\n    +append(entry) void\n  }\n  Log <|-- Remote : is\n",
    broken: ["classDiagram\n  class Log {\n    +int length\n  }\n  Log <|-- ▮\n"],
  },
  "class diagram, version 2": {
    sound: "classDiagram-v2\n  A <|-- B\n",
    broken: ["classDiagram-v2\n  A <|-- B\n  class ▮{\n"],
  },
  "state diagram": {
    sound: "stateDiagram\n  [*] --> A\n",
    broken: ["stateDiagram\n  [*] --> A\n  A -->▮\n"],
  },
  "state diagram, version 2": {
    sound: "stateDiagram-v2\n  [*] --> Idle\n  state Idle {\n    A --> B\n  }\n  Idle --> [*] : closed\n",
    broken: ["stateDiagram-v2\n  [*] --> A\n  A ▮-> B\n"],
  },
  "entity relationship": {
    sound: "erDiagram\n  USER ||--o{ NOTE : writes\n  USER {\n    string name PK\n  }\n",
    broken: ["erDiagram\n  USER ||--o{ NOTE : writes\n  USER ||--▮x{ NOTE : has\n"],
  },
  gantt: {
    sound: `gantt
  title Rollout
  dateFormat YYYY-MM-DD
  excludes weekends
  section Server
  Log :a1, 2026-01-05, 3d
  Merge :crit, after a1, 2d
`,
    broken: ["gantt\n  section Server\n  Log :a1, 2026-01-05, 3d\n  click▮\n"],
  },
  journey: {
    sound: "journey\n  title A day\n  section Morning\n    Sync: 5: Phone, Server\n",
    broken: ["journey\n  section Morning\n    Sync▮\n    Read: 3: Phone\n"],
  },
  pie: {
    sound: 'pie showData title Load\n  "read" : 4\n  "write" : 6\n',
    broken: ['pie\n  "read" : 4\n  "write" ▮6\n'],
  },
  quadrant: {
    sound:
      "quadrantChart\n  title Cost\n  x-axis Low --> High\n  y-axis Low --> High\n  quadrant-1 Do\n  A: [0.3, 0.6]\n",
    broken: ["quadrantChart\n  title Cost\n  A: [0.3,▮\n"],
  },
  requirement: {
    sound: `requirementDiagram
  requirement sync {
    id: 1
    text: within a minute
    risk: high
    verifymethod: test
  }
  element phone {
    type: device
  }
  phone - satisfies -> sync
`,
    broken: ["requirementDiagram\n  requirement sync {\n    id: 1\n    ▮colour: red\n  }\n"],
  },
  "git graph": {
    sound: 'gitGraph\n  commit id: "a"\n  branch dev\n  commit\n  checkout main\n  merge dev\n',
    broken: ["gitGraph\n  commit\n  ▮brunch dev\n  commit\n"],
  },
  C4: {
    sound:
      'C4Context\n  title System\n  Person(a, "Ann")\n  System(b, "Notes", "keeps them")\n  Rel(a, b, "writes")\n',
    broken: ['C4Context\n  Person(a, "Ann")\n  Rel(a, b, "writes"▮\n'],
  },
  mindmap: {
    sound: "mindmap\n  root((Notes))\n    Sync\n      Log\n    Merge[By time]\n",
    broken: ["mindmap\n  root((Notes))\n    Sync[Log▮\n"],
  },
  timeline: {
    sound: "timeline\n  title Notes\n  2024 : Idea : Draft\n  section Later\n  2026 : Done\n",
    broken: ["timeline\n  title Notes\n  2024 : Idea\n  ▮:\n"],
  },
  sankey: {
    sound: "sankey-beta\n\nread,cache,10\ncache,disk,5\n",
    broken: ["sankey-beta\n\nread,cache,10\n\ncache,disk▮\n"],
  },
  "xy chart": {
    sound:
      'xychart-beta\n  title "Load"\n  x-axis [a, b]\n  y-axis "per second" 0 --> 10\n  bar [1, 2]\n  line [1, 2]\n',
    broken: ["xychart-beta\n  x-axis [a, b]\n  bar [1, ▮x]\n"],
  },
  block: {
    sound: 'block-beta\n  columns 2\n  a["Phone"] b\n  a --> b\n',
    broken: ['block-beta\n  columns 2\n  a["Phone" ▮b\n'],
  },
  packet: {
    sound: 'packet-beta\n  0-15: "from"\n  16-31: "to"\n',
    broken: ['packet-beta\n  0-15: "from"\n  16-▮: "to"\n'],
  },
  kanban: {
    sound: "kanban\n  Todo\n    [Log]\n    two[Merge]@{ assigned: 'ann' }\n",
    broken: ["kanban\n  Todo\n    two[Merge▮\n"],
  },
  architecture: {
    sound: `architecture-beta
  group cloud(cloud)[Cloud]
  service api(server)[API] in cloud
  service log(disk)[Log] in cloud
  api:R --> L:log
`,
    broken: ["architecture-beta\n  group cloud(cloud)[Cloud]\n  service api▮(server[API] in cloud\n"],
  },
  radar: {
    sound: 'radar-beta\n  axis a["Speed"], b["Cost"], c\n  curve now{1, 2, 3}\n  max 5\n',
    broken: ["radar-beta\n  axis a, b, c\n  curve now{1, 2▮\n"],
  },
  treemap: {
    sound: 'treemap-beta\n"Disk"\n    "Log": 10\n    "Index": 20\n',
    broken: ['treemap-beta\n"Disk"\n    ▮"Log: 10\n'],
  },
  "tree view": {
    sound: 'treeView-beta\n    "docs"\n        "a.md"\n',
    broken: ['▮treeView-beta LR\n    "docs"\n'],
  },
  info: { sound: "info showInfo\n", broken: ["info\n  ▮wrong\n"] },
  venn: {
    sound: 'venn-beta\n  title "Both"\n  set A\n  set B\n  union A,B["both"]\n',
    broken: ["venn-beta\n  set A\n  union A,▮\n"],
  },
  // Each line is a cause, whatever it says.
  ishikawa: { sound: "ishikawa-beta\n  Slow sync\n    Network\n      Roaming\n", broken: [] },
  wardley: {
    sound: "wardley-beta\ntitle Notes\nanchor User [0.9, 0.9]\ncomponent Sync [0.5, 0.5]\nUser -> Sync\n",
    broken: ["wardley-beta\ntitle Notes\ncomponent Sync [0.5,▮\nUser -> Sync\n"],
  },
  cynefin: {
    sound: 'cynefin-beta\n  title Work\n  complex\n    "Merge"\n',
    broken: ["cynefin-beta\n  complex\n    ▮Merge [\n"],
  },
  "event modeling": {
    sound: "eventmodeling\ntf 01 ui Cart\ntf 02 cmd Add\ntf 03 evt Added\n",
    broken: ["eventmodeling\ntf 01 ui Cart\ntf 02 ▮xyz Add\n"],
  },
  railroad: {
    sound: 'railroad-beta\n  note = sequence(terminal("x"), nonterminal("text")) ;\n',
    broken: ['railroad-beta\n  note = sequence(terminal("x" ▮;\n'],
  },
  "railroad, EBNF": {
    sound: 'railroad-ebnf-beta\n  a = "x" , b ;\n  b = "y" ;\n',
    broken: ['railroad-ebnf-beta\n  a = "x" , ▮;\n'],
  },
  "railroad, ABNF": {
    sound: 'railroad-abnf-beta\na = "x" b ;\n',
    broken: ['railroad-abnf-beta\na = "x" ▮) ;\n'],
  },
  "railroad, PEG": {
    sound: 'railroad-peg-beta\n  a <- "x" b ;\n  b <- "y" ;\n',
    broken: ["railroad-peg-beta\n  a <- ▮) ;\n"],
  },
};
