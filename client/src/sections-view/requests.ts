import { RequestType } from "vscode-languageclient";
import {
  Guidance,
  MoveSection,
  Sections,
  type GuidanceParams,
  type GuidanceResult,
  type MoveSectionParams,
  type MoveSectionResult,
  type SectionsParams,
  type SectionsResult,
} from "../../../server/src/protocol/sections.ts";

/** What is asked about the sections of a document, with the types of question and answer. */
export const askSections = {
  sections: new RequestType<SectionsParams, SectionsResult, void>(Sections),
  moveSection: new RequestType<MoveSectionParams, MoveSectionResult, void>(MoveSection),
  guidance: new RequestType<GuidanceParams, GuidanceResult, void>(Guidance),
} as const;
