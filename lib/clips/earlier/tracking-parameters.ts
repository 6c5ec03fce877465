/**
 * The query parameters that were dropped everywhere until 26 November 2026. Frozen, because
 * fingerprints were made from addresses without them. For anything else, see
 * `lib/core/address/tracking-parameters.ts`.
 */
interface TrackingRule {
  /** Hosts (and their subdomains) that the rule applies to; absent: everywhere. */
  hosts?: readonly string[];
  names?: readonly string[];
  prefixes?: readonly string[];
}

const rules: readonly TrackingRule[] = [
  // Campaign tags of the analytics products.
  {
    prefixes: ['utm_', 'mtm_', 'matomo_', 'piwik_', 'hsa_', 'pk_', 'sfmc_', 'elqtrack', 'at_camp'],
    names: ['_ga', '_gl', 'cmpid', 's_cid', 'sc_cid', 'wt_mc', 'wt.mc_id', 'wt_zmc', '_openstat'],
  },
  // Click ids of the advertisement networks.
  {
    names: [
      ...['gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid'],
      ...['srsltid', 'fbclid', 'msclkid', 'yclid', 'ysclid', 'twclid', 'ttclid', 'li_fat_id'],
      ...['epik', 'rb_clickid', 'wickedid', 'scclid', 'irclickid', 'rdt_cid', 'obclid'],
    ],
  },
  // Newsletters.
  {
    names: [
      ...['mc_cid', 'mc_eid', 'mkt_tok', 'vero_id', 'vero_conv', 'ck_subscriber_id', '_bhlid'],
      ...['__s', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking'],
      ...['ml_subscriber', 'ml_subscriber_hash', 'oly_anon_id', 'oly_enc_id', 'bsft_clkid'],
    ],
  },
  // Share buttons.
  {
    prefixes: ['fb_action_'],
    names: [
      ...['si', 'igsh', 'igshid', 'ref_src', 'ref_url', 'fb_ref', 'fb_source', 'trk', 'trkinfo'],
      ...['share_source_id', 'guccounter', 'guce_referrer', 'guce_referrer_sig'],
    ],
  },
  { hosts: ['youtube.com', 'youtu.be'], names: ['feature', 'pp', 'ab_channel', 'app'] },
  {
    hosts: ['meetup.com'],
    names: ['eventorigin', 'recid', 'recsource', 'searchid', '_xtd', 'rv'],
  },
  { hosts: ['linkedin.com'], names: ['trackingid', 'refid', 'lipi', 'originalsubdomain'] },
  { hosts: ['x.com', 'twitter.com'], names: ['s', 'ref'] },
  { hosts: ['medium.com'], names: ['source', 'sk'] },
  { hosts: ['eventbrite.com', 'eventbrite.de', 'eventbrite.co.uk'], names: ['aff'] },
  { hosts: ['luma.com', 'lu.ma'], names: ['tk'] },
  { hosts: ['github.com'], names: ['notification_referrer_id', 'email_source', 'email_token'] },
  { hosts: ['reddit.com'], names: ['share_id', 'rdt', 'share_token'] },
  { hosts: ['stackoverflow.com', 'stackexchange.com'], names: ['noredirect', 'lq', 'rq'] },
];

function holdsFor(host: string, hosts: readonly string[] | undefined): boolean {
  return !hosts || hosts.some((known) => host === known || host.endsWith(`.${known}`));
}

/** `name` is decoded; `host` is in lower case, as URL returns it. */
export function isTrackingParameter(name: string, host: string): boolean {
  const lower = name.toLowerCase();
  return rules.some(
    (rule) =>
      holdsFor(host, rule.hosts) &&
      (rule.names?.includes(lower) || rule.prefixes?.some((prefix) => lower.startsWith(prefix))),
  );
}
