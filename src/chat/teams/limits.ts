/**
 * What Teams takes (experience.md 2): a message may be 40 kB as UTF-16 without its pictures, and the rest of the
 * message needs room too. Lengths in characters (UTF-16 units) unless the name says bytes.
 */
export const teamsLimits = {
  cardLength: 18_000,
  /** As UTF-8. */
  cardBytes: 25_000,
  /** A dialog is the answer to a request, of which Teams takes 80 kB by its own word for tabs (msteams-docs 4135); here half. */
  dialogLength: 19_800,
  /** The text of a notification. */
  summary: 1_000,
  title: 200,
  /** Teams shows six actions in one set and hides the others. */
  actionsPerSet: 6,
  actionTitle: 80,
  altText: 2_000,
  /** Our own bounds for Teams' bars: more can not be read on a phone. */
  chartLabel: 40,
  chartSeries: 6,
  chartBars: 20,
  label: 1_000,
  choiceTitle: 200,
  /** Cells of a table; above that a line per row. A cell costs some 80 characters of markup. */
  tableCells: 60,
  tableColumns: 6,
  /** Our own bound: characters beside each other on a phone, with the space between columns. */
  tableWidth: 44,
  /** Rows that are told as facts; of more rows a line each. */
  factRows: 8,
} as const;
