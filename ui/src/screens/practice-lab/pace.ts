// How fast the lab's appliances work, in words.
export function paceWords(pace: string): string {
  if (pace === 'instant') return 'everything at once';
  return pace === 'likeReal' ? 'at the pace of real appliances' : pace;
}
