/** Returns `19:42`, an instant's local time of day for the note-taker. */
export function clockLabel(instant: string): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
