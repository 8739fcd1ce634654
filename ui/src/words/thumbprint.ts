// A thumbprint is shown whole: sixteen groups of four digits, in four rows named A to D.
export function rowsOf(groups: readonly string[]): { name: string; groups: string[] }[] {
  return ['A', 'B', 'C', 'D'].map((name, row) => ({ name, groups: groups.slice(row * 4, row * 4 + 4) }));
}

/** The same thumbprint in the forms that other programs ask for. */
export function formsOf(groups: readonly string[]): { plain: string; lowerCase: string } {
  const plain = groups.join('');
  return { plain, lowerCase: plain.toLowerCase() };
}
