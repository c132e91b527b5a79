import { canonical } from "../workspace/uris.ts";
import { reasonOf } from "./collect.ts";
import { withoutMark } from "./fix.ts";
import type { Host } from "./host.ts";

/** What GitHub says of the event that a workflow runs for. */
export interface PrEvent {
  /** Absent where the event is about no pull request. */
  readonly title?: string;
  /** Names of the commit that the pull request goes to, the most exact first. */
  readonly bases: readonly string[];
}

/**
 * The event in the file at a path, else in the one that the host names; nothing where there is none, and a sentence
 * where a file that somebody named cannot be read. The shape is that of GitHub’s webhook `pull_request`, which others
 * such as Gitea and Forgejo have taken over.
 */
export async function readEvent(path: string | undefined, host: Host): Promise<PrEvent | string | undefined> {
  const place = path ?? host.event;
  if (place === undefined || place === "") return undefined;
  try {
    const event: unknown = JSON.parse(withoutMark((await host.readText(canonical(host.toUri(place)))).text));
    const request = valueIn(event, "pull_request");
    const base = valueIn(request, "base");
    const [title, sha, ref] = [valueIn(request, "title"), valueIn(base, "sha"), valueIn(base, "ref")];
    return {
      ...(typeof title === "string" && { title }),
      bases: [
        ...(typeof sha === "string" ? [sha] : []),
        ...(typeof ref === "string" ? [`origin/${ref}`] : []),
      ],
    };
  } catch (error) {
    return path === undefined ? undefined : `${path}: the event cannot be read: ${reasonOf(error)}.`;
  }
}

const valueIn = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
