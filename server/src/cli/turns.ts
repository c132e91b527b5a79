/**
 * What `work` makes of each item, in the order of the items. Another one is begun when one is done; but those in hand
 * may wait for the answers of others, which shows after a `turn` of all that goes on in this thread, and then another
 * one is begun meanwhile: at most so many are in hand. So there are no more than have to be, with all that is read of them.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
  turn: () => Promise<void>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  let open = 0;
  let isWatched = false;
  // Which one was begun last, unless it waits for others.
  let current: number | undefined;
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      if (open >= most) return;
      const next = waiting.next();
      if (next.done) {
        if (open === 0) resolve(results);
        return;
      }
      const [index, item] = next.value;
      open++;
      current = index;
      work(item).then((result) => {
        results[index] = result;
        open--;
        if (current === index) current = undefined;
        if (current === undefined) begin();
      }, reject);
      if (most > 1) watch();
    };
    const watch = (): void => {
      if (isWatched) return;
      isWatched = true;
      turn().then(() => {
        isWatched = false;
        if (current === undefined) return;
        current = undefined;
        begin();
      }, reject);
    };
    begin();
  });
}
