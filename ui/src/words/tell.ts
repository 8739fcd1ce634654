// What the core tells in no language, a code and typed arguments, becomes a sentence here and nowhere earlier.
import { asDuration, asList, asMinute, asMoment, asNumber, asUtcDay, joined } from './when';
import { said, type Values } from './say';

/** The core's own type (crate message): what fills a place in a sentence. Moments are in RFC 3339. */
export type Argument =
  | { text: string }
  | { number: number }
  | { moment: string }
  | { minute: string }
  | { day: string }
  | { seconds: number }
  | { message: Message }
  | { list: Argument[] }
  | { sentences: Message[] };

/** The core's own type: a code that never changes, and what fills the places of its sentence. */
export interface Message {
  code: string;
  arguments?: Record<string, Argument>;
}

/** The sentence of a message. One that no catalogue has is told by its code and arguments: nothing is lost. */
export function tell(message: Message): string {
  return told(message, null) ?? unknown(message);
}

/** Another part of a message, such as "todo", where it has that. */
export function tellPart(message: Message, part: string): string | null {
  return told(message, part) || null;
}

function told({ code, arguments: given = {} }: Message, part: string | null): string | null {
  const id = code.replaceAll('.', '-');
  const values: Values = {};
  // Numbers stay numbers, for the plurals.
  for (const [name, value] of Object.entries(given))
    values[name] = 'number' in value ? value.number : text(value, part);
  return said(part === null ? id : `${id}.${part}`, values);
}

/** Inside a part of the outer message, an inner one stands for its own part of that name, where it has one. */
function text(value: Argument, part: string | null): string {
  if ('text' in value) return value.text;
  if ('number' in value) return asNumber(value.number);
  if ('moment' in value) return asMoment(value.moment);
  if ('minute' in value) return asMinute(value.minute);
  if ('day' in value) return asUtcDay(value.day);
  if ('seconds' in value) return asDuration(value.seconds * 1000);
  if ('message' in value) return (part === null ? null : tellPart(value.message, part)) ?? tell(value.message);
  if ('list' in value) return asList(value.list.map((item) => text(item, part)));
  return joined(value.sentences.map(tell));
}

function unknown({ code, arguments: given = {} }: Message): string {
  const filled = Object.entries(given).map(([name, value]) => `${name}: ${text(value, null)}`);
  return filled.length === 0 ? code : `${code} (${filled.join('; ')})`;
}
