import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { Filter } from '../../lib/render/filters/filter.ts';

/** What a template can use, as `createTemplateData` provides it. */
export const variables: readonly { names: string; told: MessageKey }[] = [
  { names: 'wrap_up.title .slug .date .draft .tags', told: 'options_variable_wrap_up' },
  { names: 'number', told: 'options_variable_number' },
  { names: 'event.name .url .date .time .starts_at .time_zone', told: 'options_variable_event' },
  { names: 'venue.name .url .address', told: 'options_variable_venue' },
  { names: 'organiser.name .url', told: 'options_variable_organiser' },
  {
    names: 'speakers: .name .url .role .role_position .affiliation.name .affiliation.url',
    told: 'options_variable_speakers',
  },
  {
    names: 'recording.url .picture .picture_alt .picture_link',
    told: 'options_variable_recording',
  },
  {
    names: 'talks: .title .speakers .slides .repository .recording',
    told: 'options_variable_talks',
  },
  { names: 'footer', told: 'options_variable_footer' },
  { names: 'items', told: 'options_variable_items' },
  {
    names: 'clips: .kind .title .url .text .note .author .published .hidden .markdown',
    told: 'options_variable_clips',
  },
];

/** What a template can contain, for reference while writing one. */
export function TemplateReference({ filters }: { filters: readonly Filter[] }) {
  return (
    <details class="reference">
      <summary>{t('options_reference')}</summary>
      <p>{t('options_reference_text')}</p>
      <Terms
        title={t('options_reference_variables')}
        terms={variables.map(({ names, told }) => ({ name: names, told: t(told) }))}
      />
      <Terms
        title={t('options_reference_filters')}
        terms={filters.map(({ name }) => ({
          name,
          told: t(`options_filter_${name}` as MessageKey),
        }))}
      />
    </details>
  );
}

function Terms({ title, terms }: { title: string; terms: { name: string; told: string }[] }) {
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {terms.map(({ name, told }) => (
          <tr key={name}>
            <th scope="row">
              <code dir="ltr">{name}</code>
            </th>
            <td>{told}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
