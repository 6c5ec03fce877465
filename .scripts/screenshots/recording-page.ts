/**
 * The declared length of the recording, and the position of the few seconds that exist; seconds.
 */
const [lengthSeconds, partSeconds] = [5_400, 1_800];

/**
 * Returns a page with the recording of a talk, stopped at `atSeconds`, which may be anywhere in it.
 */
export function recordingPage(title: string, fileUrl: string, atSeconds: number): string {
  return `<!doctype html><title>${title}</title><h1>${title}</h1>
    <video width="640" height="360" muted></video><script type="module">
    const video = document.querySelector('video');
    const source = new MediaSource();
    video.src = URL.createObjectURL(source);
    await new Promise((resolve) => source.addEventListener('sourceopen', resolve));
    source.duration = ${lengthSeconds};
    const buffer = source.addSourceBuffer('video/webm; codecs="vp8"');
    buffer.timestampOffset = ${partSeconds};
    buffer.appendBuffer(await (await fetch('${fileUrl}')).arrayBuffer());
    await new Promise((resolve) => buffer.addEventListener('updateend', resolve));
    video.addEventListener('seeked', () => document.body.dataset.ready = 'yes');
    video.currentTime = ${atSeconds};
    </script>`;
}
