import { TriangleAlert } from 'lucide';
import { Icon } from '../ui/Icon.tsx';

/**
 * A button that leads to what is to be checked.
 * @param props.label what there is, in words
 * @param props.shown what fits into the bar; '' for the sign alone
 */
export function CheckCount(props: { label: string; shown: string; onShow(): void }) {
  return (
    <button type="button" class="desk-check-count" aria-label={props.label} onClick={props.onShow}>
      <Icon of={TriangleAlert} />
      {props.shown}
    </button>
  );
}
