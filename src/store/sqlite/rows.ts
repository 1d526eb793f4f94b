import type { Database } from "better-sqlite3";
import type { Checkpoints } from "#store/sqlite/checkpoints.ts";
import { openContactRows } from "#store/sqlite/contacts.ts";
import { openDeliveryRows } from "#store/sqlite/deliveries.ts";
import { openEntryRows } from "#store/sqlite/entries.ts";
import { openFactRows } from "#store/sqlite/facts.ts";
import { openNoticeRows } from "#store/sqlite/notices.ts";
import { openPassageRows } from "#store/sqlite/passages.ts";
import { openSeenKeys } from "#store/sqlite/seen.ts";
import { openSignalerRows } from "#store/sqlite/signalers.ts";
import { openSignalRows } from "#store/sqlite/signals.ts";
import { openStaffingRows } from "#store/sqlite/staffing.ts";

import { openTimerRows } from "#store/sqlite/timers.ts";
import { openTypedRows } from "#store/sqlite/typed.ts";
import { openWeekRows } from "#store/sqlite/weeks.ts";
import type { Sealer } from "#store/store.ts";

export type Rows = ReturnType<typeof openRows>;

/**
 * Every table, with its statements prepared once. A parameter that a planner could make something of, in a join or beside
 * an ORDER BY or LIMIT, is written `+?`: to a bare one SQLite plans the statement again every time that it is run.
 */
export function openRows(db: Database, sealer: Sealer, checkpoints: Checkpoints) {
  return {
    checkpoints,
    seen: openSeenKeys(db, sealer),
    signals: openSignalRows(db, sealer),
    passages: openPassageRows(db, sealer),
    signalers: openSignalerRows(db, sealer),
    staffing: openStaffingRows(db),
    entries: openEntryRows(db, sealer),
    timers: openTimerRows(db),
    notices: openNoticeRows(db, sealer),
    deliveries: openDeliveryRows(db, sealer),
    facts: openFactRows(db),
    weeks: openWeekRows(db),
    typed: openTypedRows(db, sealer),
    contacts: openContactRows(db, sealer),
  };
}
