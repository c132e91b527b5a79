import assert from "node:assert/strict";
import { test } from "node:test";
import { byText } from "../../server/src/text/by-text.ts";

test("a short text is asked once, a long one each time, and the answer is that of the text", () => {
  let asked = 0;
  const lengthOf = byText((text) => {
    asked++;
    return { length: text.length };
  });
  const short = lengthOf("Goals");
  assert.deepEqual(short, { length: 5 });
  assert.equal(lengthOf("Goals"), short);
  assert.equal(asked, 1);
  const long = "a".repeat(200);
  assert.deepEqual([lengthOf(long), lengthOf(long)], [{ length: 200 }, { length: 200 }]);
  assert.equal(asked, 3);
});

test("after thousands of texts the first is asked again, with the same answer", () => {
  let asked = 0;
  const itself = byText((text) => {
    asked++;
    return text;
  });
  for (let number = 0; number <= 4000; number++) itself(`${number}`);
  assert.equal(itself("0"), "0");
  assert.equal(asked, 4002);
});
