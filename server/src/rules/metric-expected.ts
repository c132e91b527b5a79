import { message } from "../messages/message.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { sectionsLacking } from "./support/said.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Monitoring\n\n<!-- design-docs: expect: signals -->\n\nWhat will be watched.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

// Kinds of signals, what is measured, the tools that show it, and names in code that look like a metric's.
const signal =
  /\b(?:metrics?|measur\w+|alert\w*|alarms?|alarming|log(?:s|ged|ging|line|lines|file|files)?|syslog|journal\w*|dashboards?|charts?|graphs?|counters?|gauges?|histograms?|trac(?:e|es|ed|ing)|spans?|slos?|slis?|slas?|latenc(?:y|ies)|durations?|throughput|rates?|ratios?|percent\w*|p\d{2}|quantiles?|pag(?:e|es|ed|er|ers|ing)|pagerduty|telemetry|probes?|health[ -]?(?:checks?|z)|healthz|liveness|readiness|heartbeats?|events?|audit\w*|notif\w+|e-?mails? (?:is|are|goes|go|sent)|warnings?|status page|errors?|failures?|usage|utili[sz]ation|number of|counts?|counted|share of|size of|age of|length of|depth of|conditions?|prometheus|grafana|datadog|kibana|splunk|sentry|cloudwatch|stackdriver|honeycomb|jaeger|zipkin|newrelic|new relic|opentelemetry|otel|statsd|nagios|kusto|appinsights|application insights|stdout|stderr|consoles?|reports?|reported)\b|`\/?[\w-]*[_./]\w+|!\[|<img\b/i;

export default defineRule<Problem>({
  id: "metric-expected",
  summary: "The section about monitoring names no log, metric or alert.",
  why: "“We will monitor it” watches nothing. A reader has to learn which log, metric, alert or dashboard tells that the feature works. It is asked for in the section of which the template expects `signals`; a picture or a name in code such as `sync_errors_total` is enough. Only English texts are looked at.",
  severity: levels("off", "information", "information"),
  reads: ["signals"],
  waitsFor: "section",
  examples: [
    {
      title: "good intentions",
      template,
      stage: "review",
      text: `${goals}⟦## Monitoring⟧\n\nThe team will keep an eye on the service and act if needed.\n`,
    },
    {
      title: "what is watched",
      template,
      stage: "review",
      text: `${goals}## Monitoring\n\nThe team is paged when 1 % of the syncs fail.\n`,
    },
  ],

  *check(context) {
    for (const { part } of sectionsLacking(context, "signals", (says) => says(signal))) {
      yield {
        span: partHeading(context.doc, part),
        message: message("metric-expected.found", { title: part.title }),
      };
    }
  },
});
