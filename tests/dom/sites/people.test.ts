import { describe, expect, test } from 'vitest';
import { captureFixture } from './fixture.ts';

const nowhere = { name: '', url: '' };

describe('a page about a person says who, what and where', () => {
  test.each([
    [
      'people/linkedin.html',
      ['https://www.linkedin.com/in/Ada-Example/', 'Architect', { name: 'Tidepool', url: '' }],
    ],
    [
      'people/linkedin-public.html',
      [
        'https://www.linkedin.com/in/ada-example/',
        'Architect',
        { name: 'Tidepool', url: 'https://www.linkedin.com/company/tidepool' },
      ],
    ],
    [
      'people/linkedin-card.html',
      ['https://www.linkedin.com/in/ada-example/', 'Architect', { name: 'Tidepool', url: '' }],
    ],
    [
      'people/linkedin-signed-out.html',
      [
        'https://www.linkedin.com/in/ada-example/',
        'Architect',
        { name: 'Tidepool', url: 'https://de.linkedin.com/company/tidepool' },
      ],
    ],
    [
      'people/xing.html',
      [
        'https://www.xing.com/profile/Ada_Example2',
        'Architektin',
        { name: 'Tidepool GmbH', url: '' },
      ],
    ],
    ['people/speakerdeck.html', ['https://speakerdeck.com/ada', '', nowhere]],
    [
      'people/sessionize.html',
      ['https://sessionize.com/ada-example/', 'Architect', { name: 'Tidepool', url: '' }],
    ],
    ['people/mastodon.html', ['https://social.example/@Ada', '', nowhere]],
    ['people/mastodon-bdi.html', ['https://social.example/@Ada', '', nowhere]],
    [
      'code/github-profile.html',
      ['https://github.com/Ada-Example', '', { name: 'tide', url: 'https://github.com/tide' }],
    ],
    [
      'people/h-card.html',
      [
        'https://ada.example/about',
        'Architect',
        { name: 'Tidepool', url: 'https://tide.example/' },
      ],
    ],
    [
      'people/json-ld.html',
      [
        'https://team.tide.example/people/ada',
        'Architect',
        { name: 'Tidepool', url: 'https://tide.example/' },
      ],
    ],
  ] as const)('%s', (path, [url, role, affiliation]) => {
    expect(captureFixture(path, 'person').person).toEqual({
      name: 'Ada Example',
      url,
      role,
      affiliation,
    });
  });

  test('a page about something else introduces nobody', () => {
    expect(captureFixture('code/github-issue.html', 'person').person).toBeUndefined();
    expect(captureFixture('events/meetup.html', 'person').person).toBeUndefined();
  });
});
