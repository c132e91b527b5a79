import type { Random } from "../../test/kit/random.ts";
import type { PlaceName } from "../text/places.ts";
import type { Stroke } from "./session.ts";

const letters = "the quick brown fox jumps over lazy dogs and sleeps ";

/** Strokes at one place, without an end: twenty letters are typed, and deleted again one by one. */
export function* typing(offset: number): Generator<Stroke, never> {
  for (let turn = 0; ; turn++) {
    for (let typed = 0; typed < 20; typed++) {
      const at = offset + typed;
      yield { start: at, end: at, text: letters.charAt((turn * 20 + typed) % letters.length) };
    }
    for (let left = 20; left > 0; left--) yield { start: offset + left - 1, end: offset + left, text: "" };
  }
}

/** Strokes that put a text in and take it out again. */
export function* toggling(offset: number, text: string): Generator<Stroke, never> {
  for (;;) {
    yield { start: offset, end: offset, text };
    yield { start: offset, end: offset + text.length, text: "" };
  }
}

/** A letter at one of the places, then at another, as random as they are; what was typed stays. */
export function* scattered(places: readonly number[], random: Random): Generator<Stroke, never> {
  const typed: number[] = [];
  for (;;) {
    const place = places[random.below(places.length)] ?? 0;
    const at = place + typed.filter((before) => before <= place).length;
    typed.push(place);
    yield { start: at, end: at, text: letters.charAt(random.below(letters.length - 1)) };
  }
}

/** How somebody types at a place: an opening comes and goes as a whole, all else letter by letter. */
export function strokesAt(name: PlaceName, offset: number): Generator<Stroke, never> {
  if (name === "opens a fence") return toggling(offset, "```\n");
  if (name === "opens a comment") return toggling(offset, "<!--\n");
  return typing(offset);
}
