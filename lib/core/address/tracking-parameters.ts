import { isOnHost, knownByHost } from './web-url.ts';

/**
 * Query parameters that say where a visitor came from, not what the page is. A name is here only if
 * no site we know uses it to choose content, and never if it gives a reader access to a page: a
 * friend's key (`sk` on Medium), a gift (`unlocked_article_code`, `giftId`, `accessToken`), an
 * unlisted recording's hash (`h` on Vimeo). Names that other sites may use for something else
 * belong to their hosts. Lower case.
 */
interface TrackingRule {
  /**
   * Hosts (and their subdomains) that the rule applies to; without `hosts` and `brands`:
   * everywhere.
   */
  hosts?: readonly string[];
  /** Names before any country's ending: `google` for `www.google.co.uk`. */
  brands?: readonly string[];
  /** The part of those hosts that the rule applies to. */
  path?: RegExp;
  names?: readonly string[];
  prefixes?: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * These apply everywhere: campaign tags, and the ids that advertisers and mail senders add to any
 * address.
 */
const everywhere: readonly TrackingRule[] = [
  {
    prefixes: ['utm_', 'hsa_', 'sfmc_', 'elqtrack'],
    names: words(`
      mtm_campaign mtm_cid mtm_content mtm_group mtm_keyword mtm_kwd mtm_medium mtm_placement mtm_source
      matomo_campaign matomo_cid matomo_content matomo_group matomo_keyword matomo_kwd matomo_medium
      matomo_placement matomo_source piwik_campaign piwik_keyword piwik_kwd
      pk_campaign pk_cid pk_content pk_keyword pk_kwd pk_medium pk_source
      at_campaign at_campaign_type at_medium itm_campaign itm_content itm_medium itm_source itm_term
      _ga _gl wt_mc wt.mc_id wt_zmc _openstat xtor cm_mmc`),
  },
  {
    names: words(`
      gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid fbclid msclkid yclid ysclid
      twclid ttclid li_fat_id igshid epik rb_clickid wickedid scclid irclickid irgwc rdt_cid obclid tduid
      awc sscid _branch_match_id fb_action_ids fb_action_types
      fb_ref fb_source`),
  },
  {
    names: words(`
      mc_cid mc_eid mkt_tok vero_id vero_conv ck_subscriber_id _bhlid _hsenc _hsmi __hssc __hstc __hsfp
      hsctatracking ml_subscriber ml_subscriber_hash oly_anon_id oly_enc_id bsft_clkid bsft_eid bsft_mid
      bsft_uid _kx _ke _cldee`),
  },
];

const ofHosts: readonly TrackingRule[] = [
  {
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    prefixes: ['embeds_referring_'],
    names: words('si is pp feature ab_channel app source_ve_path cbrd ucbcb'),
  },
  {
    brands: ['google'],
    path: /^\/(?:search|webhp)?$/,
    names: words(`
      ved ei sca_esv sca_upv sxsrf gs_lp gs_lcp gs_lcrp gs_ssp oq aqs sclient source sourceid uact biw bih dpr
      rlz iflsig fbs sa usg ust cd cad rct vet ictx sei client sstk ijn iact gws_rd ntc`),
  },
  {
    brands: ['google'],
    names: words('usp ved ei sca_esv sca_upv sxsrf g_ep g_st skid pcampaignid'),
  },
  {
    hosts: ['bing.com'],
    path: /^\/search$/,
    names: words('form cvid pq sc sp qs ghsh ghacc ghpl'),
  },
  { hosts: ['duckduckgo.com'], names: ['t', 'atb'] },
  { hosts: ['threads.com', 'threads.net'], names: words('xmt slof igsh') },
  { hosts: ['instagram.com'], names: words('igsh ig_rid ig_mid') },
  {
    hosts: ['facebook.com', 'fb.com', 'fb.watch'],
    prefixes: ['__cft__', '__xts__', '__tn__', '__eep__'],
    names: words(`
      mibextid ref refid refsrc fref hc_ref hc_location pnref rdid share_url paipv eav _rdr _rdc _ft_ hrc
      extid wtsid sfnsn acontext notif_id notif_t ref_notif_type ls_ref fb_ref fb_source rdr`),
  },
  // On the former pages of events, it is the event.
  { hosts: ['facebook.com'], path: /^\/(?!event\.php)/, names: ['eid'] },
  {
    hosts: ['linkedin.com'],
    names: words(`
      rcm trk trkinfo trkemail trackingid refid lipi lici originalsubdomain midtoken midsig otptoken eid
      lgcta lgtemp ebp recommendedflavor`),
  },
  { hosts: ['x.com', 'twitter.com'], names: words('s t ref ref_src ref_url cxt src cn refsrc') },
  {
    hosts: ['reddit.com'],
    names: words(`
      share_id share_token rdt ref ref_source ref_campaign correlation_id entry_point st sh rpl
      post_fullname post_index`),
  },
  {
    hosts: ['tiktok.com'],
    names: words(`
      _t _r _d is_from_webapp is_copy_url sender_device sender_web_id share_app_id share_link_id
      share_item_id share_author_id share_iid u_code user_id sec_user_id tt_from timestamp checksum
      preview_pb source ugbiz_name social_sharing refer referer_url referer_video_id web_id enter_method
      web_id_last_time is_commerce`),
  },
  { hosts: ['open.spotify.com', 'spotify.link'], names: words('si nd dl_branch pi') },
  { hosts: ['vimeo.com'], names: words('share fl fe ref') },
  { hosts: ['twitch.tv'], names: words('tt_medium tt_content sr') },
  { hosts: ['medium.com'], names: ['source', 'gi'] },
  {
    hosts: ['substack.com'],
    names: words('r triedredirect isfreemail showwelcome showwelcomeonshare'),
  },
  { hosts: ['notion.so', 'notion.site'], names: ['pvs', 'source'] },
  {
    hosts: ['nytimes.com'],
    names: words(`
      smid smtyp smprod smvar referringsource campaign_id emc instance_id nl regi_id segment_id te partner
      rref`),
  },
  { hosts: ['forbes.com'], names: ['sh', 'ss'] },
  { hosts: ['washingtonpost.com'], names: words('itid wpisrc wpmm tid s_l') },
  { hosts: ['wsj.com', 'barrons.com', 'marketwatch.com'], names: ['mod', 'reflink'] },
  { hosts: ['bloomberg.com'], names: words('cmpid srnd sref leadsource') },
  { hosts: ['theguardian.com'], names: words('cmp acquisitiondata') },
  {
    hosts: ['bbc.com', 'bbc.co.uk'],
    prefixes: ['at_'],
    names: words('ns_source ns_campaign ns_mchannel'),
  },
  {
    hosts: ['cnn.com', 'cnbc.com', 'reuters.com', 'ft.com', 'economist.com'],
    names: ['cmpid', 'taid'],
  },
  { hosts: ['spiegel.de'], names: ['sara_ref', 'sara_icid'] },
  { hosts: ['zeit.de', 'sueddeutsche.de', 'faz.net'], names: ['wt_zmc', 'reduced_source'] },
  {
    hosts: ['yahoo.com', 'aol.com', 'techcrunch.com', 'engadget.com', 'huffpost.com'],
    names: words('guccounter guce_referrer guce_referrer_sig .tsrc tsrc ncid soc_src soc_trk'),
  },
  { hosts: ['msn.com'], names: words('ocid cvid ei pc') },
  { hosts: ['microsoft.com', 'azure.com', 'visualstudio.com'], names: ['ocid'] },
  { hosts: ['aws.amazon.com', 'aws.eu'], prefixes: ['sc_'], names: ['trk', 'trkcampaign'] },
  { hosts: ['redhat.com'], names: ['sc_cid', 'intcmp'] },
  {
    brands: ['amazon'],
    prefixes: ['pf_rd_', 'pd_rd_'],
    names: words(`
      ref ref_ qid sr crid sprefix dib dib_tag _encoding linkcode tag linkid creative creativeasin camp
      ascsubtag content-id spia cv_ct_cx social_share starsleft skiptwisterog`),
  },
  { brands: ['amazon'], path: /\/(?:dp|gp\/product)\//, names: ['keywords'] },
  {
    brands: ['ebay'],
    names: words(
      '_trkparms _trksid hash mkevt mkcid mkrid campid toolid customid amdata itmmeta itmprp',
    ),
  },
  { hosts: ['etsy.com'], names: words('click_key click_sum ref sr_prefetch external pro frs') },
  {
    hosts: ['aliexpress.com', 'aliexpress.us', 'alibaba.com'],
    names: words(`
      spm scm pvid algo_pvid algo_exp_id aff_fcid aff_fsk aff_platform aff_trace_key gps-id ws_ab_test pdp_npi
      curpageloguid gatewayadapt`),
  },
  {
    hosts: ['bilibili.com', 'b23.tv'],
    names: words(`
      spm_id_from vd_source from_spmid from_source share_source share_medium share_plat share_session_id
      share_tag share_times share_source_id share_from bbid unique_k buvid is_story_h5`),
  },
  { hosts: ['imdb.com'], prefixes: ['pf_rd_'], names: ['ref_'] },
  {
    hosts: ['apps.apple.com', 'podcasts.apple.com', 'music.apple.com', 'books.apple.com'],
    names: words('itsct itscg ign-itsct ign-itscg uo ls at ct pt mt'),
  },
  { hosts: ['quora.com'], names: words('ch oid share srid target_type') },
  {
    hosts: ['wikipedia.org', 'wikimedia.org', 'wiktionary.org', 'wikidata.org', 'mediawiki.org'],
    names: ['wprov'],
  },
  { hosts: ['meetup.com'], names: words('eventorigin recid recsource searchid _xtd rv') },
  { brands: ['eventbrite'], names: ['aff'] },
  { hosts: ['luma.com', 'lu.ma'], names: ['tk'] },
  {
    hosts: ['github.com'],
    names: words(
      'notification_referrer_id email_source email_token ref_cta ref_loc ref_page ref_product',
    ),
  },
  {
    hosts: [
      'stackoverflow.com',
      'stackexchange.com',
      'superuser.com',
      'serverfault.com',
      'askubuntu.com',
    ],
    names: words('noredirect lq rq so_medium so_source'),
  },
];

/**
 * Matches `www.google.co.uk` and `docs.google.com`; for a shop only the shop's own host, not
 * `aws.amazon.com`.
 */
function isBrand(host: string, brands: readonly string[]): boolean {
  const [, before = '', name = ''] =
    /^((?:[\w-]+\.)*?)([\w-]+)\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/.exec(host) ?? [];
  if (!brands.includes(name)) return false;
  return name === 'google' || /^(?:(?:www|m|smile)\.)?$/.test(before);
}

const rulesOn = knownByHost((hostname) =>
  ofHosts.filter(
    ({ hosts = [], brands = [] }) =>
      hosts.some((host) => isOnHost(hostname, host)) || isBrand(hostname, brands),
  ),
);

/**
 * Returns a test for the decoded names of an address's parameters: true for one that only tracks.
 */
export function trackingAt({ hostname, pathname }: URL): (name: string) => boolean {
  const rules = rulesOn(hostname).filter(({ path }) => !path || path.test(pathname));
  const all = [...everywhere, ...rules];
  return (name) => {
    const lower = name.toLowerCase();
    return all.some(
      ({ names, prefixes }) =>
        names?.includes(lower) || prefixes?.some((prefix) => lower.startsWith(prefix)),
    );
  };
}

/** Parameters that sign an address; all others are then part of what was signed. */
const signing =
  /^(?:x-(?:amz|goog|oss|cos|ms|obs|tos)-(?:signature|credential|algorithm|security-token)|.*signature|sig|sign|hmac|hdnts|hdnea|hdntl|key-pair-id|__token__|urlsig)$/i;

/** True if removing a parameter would break the address. */
export function isSigned(parameters: readonly { name: string; value: string }[]): boolean {
  const has = (name: string) => parameters.some((each) => each.name.toLowerCase() === name);
  return (
    (has('expires') && (has('token') || has('md5'))) ||
    parameters.some(
      ({ name, value }) =>
        (value !== '' && signing.test(name)) ||
        (name.toLowerCase() === 's' && /^[\da-f]{32,}$/i.test(value)),
    )
  );
}
