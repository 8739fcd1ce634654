// What axe objects to. Contrast needs a real layout and is looked at in the window itself.
import axe from 'axe-core';

export async function objections(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
