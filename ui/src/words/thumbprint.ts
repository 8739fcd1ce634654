// A thumbprint is shown whole: sixteen groups of four digits, in four rows named A to D.
export function rowsOf(groups: readonly string[]): { name: string; groups: string[] }[] {
  return ['A', 'B', 'C', 'D'].map((name, row) => ({ name, groups: groups.slice(row * 4, row * 4 + 4) }));
}
