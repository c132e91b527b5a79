import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { acceptedNames, keyOf, nearestName, shortKeysOf, slip } from "../../server/src/template/names.ts";

describe("names that are the same", () => {
  const same: readonly (readonly [string, string])[] = [
    ["Non-Goals", "non goals"],
    ["Non-Goals", "Nongoals"],
    ["Goals", "3. Goal"],
    ["Goals", "3.2) Goals:"],
    ["Goals", "IV. Goals"],
    ["Goals", "🎯 Goals"],
    ["Goals", "**Goals**"],
    ["Security & Privacy Considerations", "Security and privacy consideration"],
    ["Interfaces / APIs", "interface/API"],
    ["Dependencies", "Dependency"],
    ["Appendix", "Appendices"],
    ["Author(s)", "Authors"],
    ["Author(s)", "Author"],
    ["User’s Guide", "Users guide"],
    ["状態", "1. 状態"],
    ["Testing, Security, and Privacy", "Testing & Security and Privacy"],
    ["Backwards Compatibility", "Backward-compatibility"],
    ["Acknowledgements", "Acknowledgments"],
    ["Licence", "License"],
    ["Organisation", "organization"],
    ["Non-goals [optional]", "Non-goals"],
    ["Risks (if applicable)", "Risk"],
    ["Notes - optional", "Notes"],
  ];
  for (const [one, other] of same) it(`${one} = ${other}`, () => assert.equal(keyOf(one), keyOf(other)));

  const different: readonly (readonly [string, string])[] = [
    ["Goals", "Non-Goals"],
    ["Data Flow", "Data Model"],
    ["3D Model", "Model"],
    ["Context", "Contest"],
    ["Optional", "Optional parts"],
  ];
  for (const [one, other] of different)
    it(`${one} ≠ ${other}`, () => assert.notEqual(keyOf(one), keyOf(other)));
});

it("accepts the whole heading and each part of it round a slash between blanks", () => {
  assert.deepEqual(acceptedNames("Summary / Executive Summary"), [
    "Summary / Executive Summary",
    "Summary",
    "Executive Summary",
  ]);
  assert.deepEqual(acceptedNames("Client/Server"), ["Client/Server"]);
});

describe("short forms", () => {
  const short: readonly (readonly [string, string, boolean])[] = [
    ["Alternatives Considered", "Alternatives", true],
    ["Background and Context", "Background", true],
    ["Background and Context", "Context", true],
    ["Drawbacks and Open Questions", "Open Questions", true],
    ["Security & Privacy Considerations", "Security", true],
    ["Security & Privacy Considerations", "Security Considerations", true],
    ["Rollout and Migration Plan", "Rollout Plan", true],
    ["Non-Goals", "Non", false],
    ["Goals", "Goals", false],
    ["Alternatives Considered", "Considered", false],
  ];
  for (const [name, form, is] of short) {
    it(`${form} ${is ? "is" : "is not"} short for ${name}`, () =>
      assert.equal(shortKeysOf(name).has(keyOf(form)), is));
  }
});

describe("slips", () => {
  const slips: readonly (readonly [string, string, number | undefined])[] = [
    ["Gaols", "Goals", 1],
    ["Dependancies", "Dependencies", 1],
    ["Requierments", "Requirements", 1],
    ["Sumary", "Summary", 1],
    ["Goals", "Roles", undefined],
    ["Costs", "Goals", undefined],
    ["Testing", "Resting", 1],
    ["API", "APK", undefined],
  ];
  for (const [key, wanted, edits] of slips) {
    it(`${key} → ${wanted}`, () => assert.equal(slip(keyOf(key), keyOf(wanted)), edits));
  }
});

it("corrects a slip to the nearest of the accepted names", () => {
  assert.equal(nearestName("Summary / Executive Summary", "Sumary"), "Summary");
  assert.equal(nearestName("Summary / Executive Summary", "Executive Sumary"), "Executive Summary");
  assert.equal(nearestName("Goals", "Gaols"), "Goals");
  assert.equal(nearestName("Alternatives Considered", "Alternatives"), "Alternatives Considered");
});
