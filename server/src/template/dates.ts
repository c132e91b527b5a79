/** Whether a value is a day of the calendar in the form `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year !== undefined && dayExists(Number(year), Number(month), Number(day));
}

function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * A day that is written in another form, as `YYYY-MM-DD`; nothing where it could be two days (03/04/2026)
 * or none.
 */
export function asDay(value: string): string | undefined {
  if (value.length > 100) return undefined;
  const text = value.trim().toLowerCase();
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t\d.*)?$/.exec(text);
  if (ymd) return format(ymd[1], ymd[2], ymd[3]);
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (packed) return format(packed[1], packed[2], packed[3]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(text);
  if (dayFirst) return format(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text);
  if (monthFirst) return format(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (!numbers) return undefined;
  const [, first = "", second = "", year] = numbers;
  if (Number(first) > 12) return format(year, second, first);
  if (Number(second) > 12 || first === second) return format(year, first, second);
  return undefined;
}

const monthOf = (name = ""): string => {
  const index = months.findIndex(
    (month) => month === name || (name.length >= 3 && name.length <= 4 && month.startsWith(name)),
  );
  return index < 0 ? "" : String(index + 1);
};

function format(year = "", month = "", day = ""): string | undefined {
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(value) ? value : undefined;
}
