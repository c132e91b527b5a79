/** Where a repository is kept, as far as its address for Git tells. Nothing in it is secret. */
export interface Remote {
  /** In lower case. */
  readonly host: string;
  /** What the addresses of the host's pages begin with: `https://git.example:8443`. */
  readonly origin: string;
  /** The names behind the host, decoded, without `.git`. */
  readonly names: readonly string[];
  /** The port of an SSH server, which is none of its pages. */
  readonly sshPort?: number;
}

/**
 * Reads the address of a remote in the forms that Git takes: `https://`, `http://`, `ssh://`, `git://` and `git@host:path`.
 * Names and passwords in it are left out. Nothing for paths of this machine and for what is no address.
 */
export function readRemote(address: string): Remote | undefined {
  const plain = address.trim();
  if (plain.length > 2000 || /[\p{Cc}\s]/u.test(plain)) return undefined;
  const [, scheme, authority, rest] =
    /^(?:git\+)?(https?|ssh|git):\/\/([^/?#]+)\/?([^?#]*)/i.exec(plain) ?? [];
  if (scheme !== undefined && authority !== undefined)
    return fromUrl(scheme.toLowerCase(), authority, rest ?? "");
  // `C:\x` and `C:/x` are drives of Windows; `./a:b` and `/a:b` are paths.
  const [, host, path] = /^(?:[^@/\\:]+@)?([^@/\\:]{2,}|\[[0-9a-f:]+\]):(?!\/\/)(.+)$/i.exec(plain) ?? [];
  if (host === undefined || path === undefined || path.includes("\\")) return undefined;
  return made(webHost(host.toLowerCase()), path);
}

function fromUrl(scheme: string, authority: string, path: string): Remote | undefined {
  const place = authority.slice(authority.lastIndexOf("@") + 1).toLowerCase();
  const [, host, port] = /^(\[[0-9a-f:]+\]|[\p{L}\p{N}._-]+)(?::(\d{0,5}))?$/u.exec(place) ?? [];
  if (host === undefined) return undefined;
  // A password of digits and a slash would be taken for a port, and what follows for a path.
  if (port !== undefined && !authority.includes("@") && path.includes("@")) return undefined;
  if (scheme === "http" || scheme === "https")
    return made(host, path, `${scheme}://${host}${port === undefined || port === "" ? "" : `:${port}`}`);
  const remote = made(webHost(host), path);
  return remote && port !== undefined && port !== "" ? { ...remote, sshPort: Number(port) } : remote;
}

function made(host: string, path: string, origin = `https://${host}`): Remote | undefined {
  const names = path
    .split("/")
    .filter((name) => name !== "")
    .map(decoded);
  const last = names.at(-1)?.replace(/\.git$/i, "");
  if (last === undefined || last === "" || names.some((name) => name === "." || name === ".."))
    return undefined;
  return { host, origin, names: [...names.slice(0, -1), last] };
}

// Hosts that have another one for SSH through a port that firewalls let pass.
const aliases: Readonly<Record<string, string>> = {
  "ssh.github.com": "github.com",
  "altssh.gitlab.com": "gitlab.com",
  "altssh.bitbucket.org": "bitbucket.org",
};

/** The host of the pages. People name hosts of SSH such as `github.com-work`, one for each of their keys. */
const webHost = (host: string): string =>
  aliases[host] ?? host.replace(/^(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)[-_][\w-]+$/, "$1");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
