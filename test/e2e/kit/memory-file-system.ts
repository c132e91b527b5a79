import * as vscode from "vscode";

interface Entry {
  readonly type: vscode.FileType;
  readonly mtime: number;
  readonly data: Uint8Array;
}

/** A file system that is nowhere but in this extension host, as the repository of a web editor is for others. */
export function memoryFileSystem(): vscode.FileSystemProvider {
  const entries = new Map<string, Entry>();
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const folder: Entry = { type: vscode.FileType.Directory, mtime: 0, data: new Uint8Array() };
  const within = (path: string): string => (path.endsWith("/") ? path : `${path}/`);
  const isFolder = (path: string): boolean =>
    path === "/" || entries.get(path)?.type === vscode.FileType.Directory;
  const find = (uri: vscode.Uri): Entry => {
    const entry = uri.path === "/" ? folder : entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  };
  const makeFolder = (path: string): void => {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const above = path.slice(0, end);
      if (!entries.has(above)) entries.set(above, folder);
    }
  };
  return {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => {
      const { type, mtime, data } = find(uri);
      return { type, ctime: 0, mtime, size: data.length };
    },
    readDirectory: (uri) => {
      if (!isFolder(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
      const start = within(uri.path);
      return Array.from(entries).flatMap(([path, { type }]): [string, vscode.FileType][] => {
        const name = path.startsWith(start) ? path.slice(start.length) : "";
        return name === "" || name.includes("/") ? [] : [[name, type]];
      });
    },
    createDirectory: (uri) => makeFolder(uri.path),
    readFile: (uri) => {
      const { type, data } = find(uri);
      if (type === vscode.FileType.Directory) throw vscode.FileSystemError.FileIsADirectory(uri);
      return data;
    },
    writeFile: (uri, data) => {
      const type = entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      makeFolder(uri.path.slice(0, uri.path.lastIndexOf("/")));
      const mtime = (entries.get(uri.path)?.mtime ?? 0) + 1;
      entries.set(uri.path, { type: vscode.FileType.File, mtime, data });
      changes.fire([{ type, uri }]);
    },
    delete: (uri) => {
      for (const path of entries.keys())
        if (path === uri.path || path.startsWith(within(uri.path))) entries.delete(path);
      changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
    },
    rename: (from, to) => {
      entries.set(to.path, find(from));
      entries.delete(from.path);
      changes.fire([
        { type: vscode.FileChangeType.Deleted, uri: from },
        { type: vscode.FileChangeType.Created, uri: to },
      ]);
    },
  };
}
