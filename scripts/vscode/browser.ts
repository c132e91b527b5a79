import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const windowsPrograms = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** Switches for a browser that shows one local page: no sandbox in containers, no calls home. */
export const browserFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * The executable of a browser of the Chromium family on this machine: the one that CHROME_PATH names, else
 * an installed one, else one that Playwright has fetched before.
 *
 * Throws with what to install if there is none.
 */
export function findBrowser(): string {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (runnable(named)) return named;
    throw new Error(
      `CHROME_PATH names ${named}, which is no program that can be run. Correct it or unset it.`,
    );
  }
  const found = candidates().find(runnable);
  if (found !== undefined) return found;
  throw new Error(
    "No browser of the Chromium family was found, and VS Code is shown in one here. " +
      "Install one (Debian and Ubuntu: apt-get install chromium; elsewhere Chrome, Edge or Chromium), " +
      "or set CHROME_PATH to the program.",
  );
}

function candidates(): readonly string[] {
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = path.flatMap((folder) => names.map((name) => join(folder, name)));
  const programs = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((key) => {
    const folder = process.env[key];
    return folder === undefined ? [] : windowsPrograms.map((program) => join(folder, program));
  });
  return [...onPath, ...macApplications, ...programs, chromium.executablePath()];
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
