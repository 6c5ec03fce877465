import type { Hands } from '../hands.ts';
import { isSelected } from '../sight.ts';

/** Goes to a tab of the panel, unless it is there already. */
export async function toTab(hands: Hands, name: 'Clips' | 'Details' | 'Draft'): Promise<void> {
  const tab = await hands.panel.find('tab', name);
  if (!(await isSelected(tab))) await hands.click(tab);
}
