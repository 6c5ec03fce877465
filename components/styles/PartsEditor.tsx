import { Plus, RotateCcw } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { StyleProblems } from '../../lib/client/style-example.ts';
import { limits } from '../../lib/core/base/limits.ts';
import {
  freePartName,
  movePart,
  movePartTo,
  partsInOrder,
} from '../../lib/core/post/edit-parts.ts';
import type { TemplatePart } from '../../lib/core/post/profile.ts';
import { isShippedPart, styledPartName } from '../clips/part-name.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import { StyleName } from './StyleName.tsx';
import { StyleRow } from './StyleRow.tsx';
import { useRows } from './use-rows.ts';

interface PartsEditorProps {
  parts: readonly TemplatePart[];
  /** They are the house's own, and not Wrapup's default parts. */
  isOwn: boolean;
  problems: StyleProblems['parts'];
  onParts(parts: TemplatePart[]): void;
  onReset(): void;
}

/**
 * The parts of a post that are made from its details, in their order, with the place of the clips
 * among them.
 */
export function PartsEditor(props: PartsEditorProps) {
  const { problems, onParts } = props;
  const parts = partsInOrder(props.parts);
  const rows = useRows((id, after) =>
    onParts(
      movePartTo(
        parts,
        Number(id),
        after === undefined || after === 'items' ? after : Number(after),
      ),
    ),
  );
  const leading = parts.filter(({ side }) => side === 'leading').length;
  const row = (part: TemplatePart, at: number) => {
    const name = styledPartName(part.part);
    const problem = problems[props.parts.indexOf(part)];
    const edit = (changes: Partial<TemplatePart>) =>
      onParts(parts.with(at, { ...part, ...changes }));
    const move = (by: -1 | 1) => () => {
      const next = movePart(parts, at, by);
      onParts(next);
      rows.follow(
        at,
        next.findIndex((each) => each.part === part.part),
      );
    };
    const canUp = at > 0 || part.side === 'closing';
    const canDown = at < parts.length - 1 || part.side === 'leading';
    return (
      <StyleRow
        key={at}
        id={String(at)}
        name={name}
        more={part.template.replace(/\s+/g, ' ').trim() || t('style_part_empty')}
        wrong={problem !== undefined}
        removeLabel={t('style_part_remove', name)}
        open={rows.open === at}
        onToggle={() => rows.toggle(at)}
        onUp={canUp ? move(-1) : undefined}
        onDown={canDown ? move(1) : undefined}
        // A style without parts has Wrapup's default ones.
        onRemove={
          parts.length === 1
            ? undefined
            : () => {
                onParts(parts.toSpliced(at, 1));
                rows.forget(at);
              }
        }
      >
        {!isShippedPart(part.part) && (
          <StyleName
            label={t('styles_name')}
            value={part.part}
            maxLength={limits.partName}
            fieldName={`part.${at}.name`}
            isTaken={(text) => parts.some((each, index) => index !== at && each.part === text)}
            onName={(text) => edit({ part: text })}
          />
        )}
        <TextField
          label={t('style_part_text')}
          value={part.template}
          lines={3}
          code
          fieldName={`part.${at}.template`}
          maxLength={limits.template}
          error={problem && t('style_problem_liquid', problem.detail)}
          onText={(template) => edit({ template })}
        />
        <CheckBox
          label={t('style_part_each_talk')}
          checked={part.forEachTalk ?? false}
          onChange={(forEachTalk) => {
            const { forEachTalk: _, ...once } = part;
            onParts(parts.with(at, forEachTalk ? { ...part, forEachTalk } : once));
          }}
        />
      </StyleRow>
    );
  };
  return (
    <fieldset>
      <legend>{t('style_parts')}</legend>
      <p class="field-hint">{t('style_parts_hint')}</p>
      <ul class="style-rows" ref={rows.list}>
        {parts.slice(0, leading).map((part, at) => row(part, at))}
        <li class="style-items" data-id="items" key="items">
          {t('style_items')}
        </li>
        {parts.slice(leading).map((part, at) => row(part, leading + at))}
      </ul>
      <div class="buttons">
        <button
          type="button"
          class="button quiet"
          disabled={parts.length >= limits.parts}
          onClick={() => {
            const part = freePartName(parts, t('style_part_new'));
            onParts([...parts, { part, template: '', side: 'closing' }]);
            rows.show(parts.length);
          }}
        >
          <Icon of={Plus} />
          {t('style_part_add')}
        </button>
        {props.isOwn && (
          <button type="button" class="button quiet" onClick={props.onReset}>
            <Icon of={RotateCcw} />
            {t('style_parts_back')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
