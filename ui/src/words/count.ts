// Numbers with their nouns.
const number = new Intl.NumberFormat();

/** "1 site", "11 sites" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}
