// Dates, times and durations as people of this locale read them.
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const shortClock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const moment = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

const written = (format: Intl.DateTimeFormat) => (instant: string) => {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : format.format(date);
};

/** "2 Dec 2026" */
export const asDay = written(day);
/** "14:06:31" */
export const asClock = written(clock);
/** "14:06" */
export const asShortClock = written(shortClock);
/** "2 Dec 2026, 14:06 CET": where the zone matters. */
export const asMoment = written(moment);

const inUtc = /(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/g;

/** A sentence whose moments in UTC are told in the reader's zone as well, where that is another time of day. */
export const withLocalMoments = (sentence: string): string =>
  sentence.replace(inUtc, (utc: string, day: string, time: string) => {
    const instant = `${day}T${time}:00Z`;
    const isUtc = new Date(instant).getTimezoneOffset() === 0;
    return isUtc ? utc : `${utc} (${asMoment(instant)})`;
  });

/** "4 min 3 s", "38 s", "2 h 5 min" */
export function asDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 1) return 'under 1 s';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** "just now", "4 min ago", "3 days ago" */
export function asAgo(instant: string, now: number): string {
  const minutes = Math.floor((now - new Date(instant).getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

/** "agrees with this computer's", "10 min ahead of this computer's" */
export function asClockAhead(seconds: number): string {
  if (Math.abs(seconds) < 120) return "agrees with this computer's";
  return `${asDuration(Math.abs(seconds) * 1000)} ${seconds > 0 ? 'ahead of' : 'behind'} this computer's`;
}

/** "9 days left", "1 day left", "ends today", "ended 3 days ago" */
export function asDaysLeft(days: number): string {
  if (days === 0) return 'ends today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} left` : `ended ${count} ago`;
}
