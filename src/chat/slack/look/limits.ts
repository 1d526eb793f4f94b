/**
 * What Slack takes, per the Block Kit reference (docs.slack.dev, November 2026) unless said otherwise. Lengths in
 * characters (UTF-16 units).
 */
export const slackLimits = {
  messageBlocks: 50,
  modalBlocks: 100,
  homeBlocks: 100,
  /** All text of a message together. Slack refuses from about 11,000 on, undocumented (slackapi/bolt-js 2867). */
  messageText: 8_000,
  /** Our own bound: a modal may hold long stories, its whole JSON 250 kB. */
  modalText: 50_000,
  /** The text of a notification. */
  summary: 1_000,
  header: 150,
  section: 3_000,
  field: 2_000,
  context: 2_000,
  altText: 2_000,
  imageUrl: 3_000,
  buttonText: 75,
  buttonsPerBlock: 25,
  accessibilityLabel: 75,
  value: 2_000,
  actionId: 255,
  modalTitle: 24,
  modalSubmit: 24,
  privateMetadata: 3_000,
  inputLabel: 2_000,
  inputText: 3_000,
  /** Our own bounds: a piece of a longer text leaves room to write on, and Slack's longest message fits in all of them. */
  inputPiece: 2_800,
  prefilledText: 40_000,
  /** Options with radio buttons or checkboxes; more is a list. */
  optionButtons: 10,
  options: 100,
  optionGroups: 100,
  optionText: 75,
  optionValue: 150,
  chartsPerMessage: 2,
  chartTitle: 50,
  chartLabel: 20,
  chartSeries: 6,
  chartCategories: 20,
} as const;
