import { describe, expect, test } from 'vitest';
import { captureFixture } from './fixture.ts';

const nowhere = { name: '', url: '' };

describe('a page about a person says who, what and where', () => {
  test.each([
    [
      'linkedin/profile.html',
      ['https://www.linkedin.com/in/Ada-Example/', 'Architect', { name: 'Tidepool', url: '' }],
    ],
    [
      'linkedin/public.html',
      [
        'https://www.linkedin.com/in/ada-example/',
        'Architect',
        { name: 'Tidepool', url: 'https://www.linkedin.com/company/tidepool' },
      ],
    ],
    [
      'linkedin/card.html',
      ['https://www.linkedin.com/in/ada-example/', 'Architect', { name: 'Tidepool', url: '' }],
    ],
    [
      'linkedin/signed-out.html',
      [
        'https://www.linkedin.com/in/ada-example/',
        'Architect',
        { name: 'Tidepool', url: 'https://de.linkedin.com/company/tidepool' },
      ],
    ],
    [
      'xing/profile.html',
      [
        'https://www.xing.com/profile/Ada_Example2',
        'Architektin',
        { name: 'Tidepool GmbH', url: '' },
      ],
    ],
    ['speakerdeck/profile.html', ['https://speakerdeck.com/ada', '', nowhere]],
    [
      'sessionize/profile.html',
      ['https://sessionize.com/ada-example/', 'Architect', { name: 'Tidepool', url: '' }],
    ],
    ['mastodon/profile.html', ['https://social.example/@Ada', '', nowhere]],
    ['mastodon/profile-bdi.html', ['https://social.example/@Ada', '', nowhere]],
    [
      'github/profile.html',
      ['https://github.com/Ada-Example', '', { name: 'tide', url: 'https://github.com/tide' }],
    ],
    [
      'no-site/h-card.html',
      [
        'https://ada.example/about',
        'Architect',
        { name: 'Tidepool', url: 'https://tide.example/' },
      ],
    ],
    [
      'no-site/json-ld.html',
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
    expect(captureFixture('github/issue.html', 'person').person).toBeUndefined();
    expect(captureFixture('meetup/event.html', 'person').person).toBeUndefined();
  });
});
