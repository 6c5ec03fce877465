import { oneLine } from '../../core/text/title.ts';

const maxCues = 20_000;

function cueTexts(track: TextTrack, seconds: number): string[] {
  const { cues } = track;
  if (!cues) return [];
  const texts: string[] = [];
  for (let at = 0; at < Math.min(cues.length, maxCues); at++) {
    const cue = cues[at];
    if (!cue || cue.startTime > seconds || cue.endTime <= seconds) continue;
    // The tags of WebVTT (`<v Ada>`, `<c.yellow>`, `<00:01.000>`) are no words.
    texts.push(oneLine(((cue as VTTCue).text ?? '').replace(/<[^>]*>/g, '')));
  }
  return texts.filter((text) => text !== '');
}

function tracksOf(media: HTMLMediaElement, kinds: readonly string[]): TextTrack[] {
  return Array.from(media.textTracks ?? []).filter((track) => kinds.includes(track.kind));
}

/**
 * Returns the title of the chapter at a time; '' if the recording has none, or they are not loaded.
 */
export function chapterAt(media: HTMLMediaElement, seconds: number): string {
  const [chapter = ''] = tracksOf(media, ['chapters']).flatMap((track) => cueTexts(track, seconds));
  return chapter;
}

/** Returns what the active captions show at a time, on one line. */
export function captionAt(media: HTMLMediaElement, seconds: number): string {
  const shown = tracksOf(media, ['captions', 'subtitles']).filter(({ mode }) => mode === 'showing');
  return shown.map((track) => cueTexts(track, seconds).join(' ')).find((text) => text !== '') ?? '';
}
