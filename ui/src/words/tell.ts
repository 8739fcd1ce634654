// What the core tells in no language, a code and typed arguments, becomes a sentence here and nowhere earlier.
import type { Argument } from '../ipc/generated/Argument';
import type { Message } from '../ipc/generated/Message';
import type { Problem } from '../ipc/generated/Problem';
import { asDuration, asList, asMinute, asMoment, asNumber, asUtcDay, joined } from './when';
import { said, type Values } from './say';

/** The sentence of a message. One that no catalogue has is told by its code and arguments: nothing is lost. */
export function tell(message: Message): string {
  return told(message, null) ?? unknown(message);
}

/** Another part of a message, such as "todo", where it has that. */
export function tellPart(message: Message, part: string): string | null {
  return told(message, part) || null;
}

/** A value by itself. */
export const written = (value: Argument): string => text(value, null);

/** What a problem means: here, where that is more than it means everywhere. */
export const meaningOf = ({ message, meaning }: Problem): string | null =>
  meaning ? tell(meaning) : tellPart(message, 'meaning');

/** What to do about a problem. */
export const todoOf = ({ message, todo }: Problem): string | null => (todo ? tell(todo) : tellPart(message, 'todo'));

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
