// Dates, numbers, durations and lists as people of this language write them.
import { language } from './language.svelte';
import { say } from './say';

/** One formatter a language, made when it is first needed. */
function inEach<F>(make: (locale: string) => F): () => F {
  const made = new Map<string, F>();
  return () => {
    const { locale } = language;
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) => {
  const format = inEach((locale) => new Intl.DateTimeFormat(locale, options));
  return (instant: string): string => {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? instant : format().format(date);
  };
};

const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** "2 Dec 2026" */
export const asDay = dates(day);
/** The day in UTC, in which the core reckons. */
export const asUtcDay = dates({ ...day, timeZone: 'UTC' });
/** "14:06:31" */
export const asClock = dates({ timeStyle: 'medium' });
/** "2 Dec 2026, 14:06 CET": where the zone matters. */
export const asMinute = dates({ ...day, ...clock, timeZoneName: 'short' });
/** The same to the second. */
export const asMoment = dates({ ...day, ...clock, second: '2-digit', timeZoneName: 'short' });

const numbers = inEach((locale) => new Intl.NumberFormat(locale));
export const asNumber = (number: number): string => numbers().format(number);

const lists = inEach((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
/** "Berlin, Madrid and Oslo" */
export const asList = (items: readonly string[]): string => lists().format(items);

/** Whole sentences, one after the other. */
export const joined = (sentences: readonly string[]): string =>
  sentences.reduce((before, next) => (before ? say('window-common-sentences', { before, next }) : next), '');

const inUtc = /(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/g;

/** A sentence of the core whose moments in UTC are told in the reader's zone as well, where that is another time of day. */
export const withLocalMoments = (sentence: string): string =>
  sentence.replace(inUtc, (utc: string, day: string, time: string) => {
    const instant = `${day}T${time}:00Z`;
    const isUtc = new Date(instant).getTimezoneOffset() === 0;
    return isUtc ? utc : `${utc} (${asMinute(instant)})`;
  });

/** "4 min 3 s", "38 s", "2 h 5 min" */
export function asDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 1) return say('window-common-lasted-moment');
  if (seconds < 60) return say('window-common-lasted-seconds', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return say('window-common-lasted-minutes', { minutes, seconds: seconds % 60 });
  return say('window-common-lasted-hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

const agos = inEach((locale) => new Intl.RelativeTimeFormat(locale));

/** "just now", "4 minutes ago", "3 days ago" */
export function asAgo(instant: string, now: number): string {
  const minutes = Math.floor((now - new Date(instant).getTime()) / 60_000);
  if (minutes < 1) return say('window-common-just-now');
  if (minutes < 60) return agos().format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? agos().format(-hours, 'hour') : agos().format(-Math.floor(hours / 24), 'day');
}

/** "the same as this computer's", "10 min ahead of this computer's" */
export function asClockAhead(seconds: number): string {
  if (Math.abs(seconds) < 120) return say('window-common-clock.same');
  const lasted = asDuration(Math.abs(seconds) * 1000);
  return seconds > 0 ? say('window-common-clock.ahead', { lasted }) : say('window-common-clock.behind', { lasted });
}

/** "9 days left", "1 day left", "ends today", "ended 3 days ago" */
export function asDaysLeft(days: number): string {
  return days < 0
    ? say('window-common-days-left.ended', { days: -days })
    : say('window-common-days-left.left', { days });
}
