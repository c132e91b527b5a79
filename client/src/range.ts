import * as vscode from "vscode";
import type { Range } from "../../server/src/protocol/protocol.ts";

/** The range as VS Code has it; both count lines and UTF-16 code units from 0. */
export const rangeOf = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
