const mostKept = 4000;
const longestKept = 100;

/**
 * Gives what `find` says of a text, which has to hang on nothing else. What it said of short texts is kept, thousands of
 * them: documents of one template have the same names over and over.
 */
export function byText<Value>(find: (text: string) => Value): (text: string) => Value {
  const kept = new Map<string, Value>();
  return (text) => {
    if (text.length > longestKept) return find(text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    // A piece of a text would hold on to all of it (in V8), so what is kept is of a copy.
    const own = `${text} `.slice(0, -1);
    const value = find(own);
    if (kept.size >= mostKept) kept.clear();
    kept.set(own, value);
    return value;
  };
}
