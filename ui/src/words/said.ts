// What the core tells as a fact, a code with its arguments, becomes a sentence here and nowhere earlier.
import { asDuration, asList, asMoment, asNumber } from './when';
import { said, type Values } from './say';

export type Argument =
  | { text: string }
  | { number: number }
  /** RFC 3339. */
  | { moment: string }
  | { seconds: number }
  | { said: Said }
  | { list: Argument[] };

export interface Said {
  code: string;
  arguments: Record<string, Argument>;
}

/** The sentence of a fact, or one part of it ("todo"); a code that no catalogue has stands for itself. */
export function told({ code, arguments: given }: Said, part?: string): string {
  const id = code.replaceAll('.', '-');
  return said(part ? `${id}.${part}` : id, values(given)) ?? code;
}

/** Numbers stay numbers, for the plurals. */
function values(given: Said['arguments']): Values {
  const written = Object.entries(given).map(([name, value]) => [name, 'number' in value ? value.number : text(value)]);
  return Object.fromEntries(written) as Values;
}

function text(value: Argument): string {
  if ('text' in value) return value.text;
  if ('number' in value) return asNumber(value.number);
  if ('moment' in value) return asMoment(value.moment);
  if ('seconds' in value) return asDuration(value.seconds * 1000);
  if ('said' in value) return told(value.said);
  return asList(value.list.map(text));
}
