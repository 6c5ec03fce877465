import type { Site } from '../../core/address/site.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

export const site: Site = {
  id: 'stack-exchange',
  script: 'adapter-threads',
  hosts: [
    ...['stackoverflow.com', 'superuser.com', 'serverfault.com', 'askubuntu.com'],
    ...['mathoverflow.net', 'stackapps.com', '.stackexchange.com'],
    ...[
      'pt.stackoverflow.com',
      'es.stackoverflow.com',
      'ja.stackoverflow.com',
      'ru.stackoverflow.com',
    ],
  ],
};

export const profile: ProfileSite = {
  id: 'stack-overflow',
  hosts: ['stackoverflow.com'],
  path: /^\/users\/(\d+)(?:\/|$)/,
  url: (name) => `https://stackoverflow.com/users/${name}`,
};
