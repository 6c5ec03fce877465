/** `19:42`, the time of day of an instant where the note-taker is. */
export function clockLabel(instant: string): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
