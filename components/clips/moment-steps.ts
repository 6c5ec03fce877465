/** The steps for moving a moment, in seconds, with each button's text and label. */
export const momentSteps = [
  { by: -5, label: '−5', name: 'moment_earlier_5' },
  { by: -1, label: '−1', name: 'moment_earlier_1' },
  { by: 1, label: '+1', name: 'moment_later_1' },
  { by: 5, label: '+5', name: 'moment_later_5' },
] as const;
