/**
 * The answers that only the one who pressed can see, one per person. `kept`: those that outlived a reload. A note with
 * safety text goes when a later message in the conversation says the same, so that nobody reads it twice.
 */
export function openNotes(kept) {
  const notes = new Map();
  let count = 0;
  for (const [address, note] of Array.isArray(kept) ? kept : []) put(address, note);

  /** `after`: when the newest message before the press was sent. */
  function put(address, { card, at, after }) {
    count += 1;
    notes.set(address, { card, at, after, number: count });
  }

  function isSaid(note, messages) {
    const { safety } = note.card;
    if (!(safety?.length > 0)) return false;
    const later = messages.filter((message) => message.sentAt > note.after);
    return later.some((message) => safety.every((line) => message.safety.includes(line)));
  }

  return {
    put,
    /** The note of this person, beside these messages. */
    beside(address, messages) {
      const note = notes.get(address) ?? null;
      if (note === null || !isSaid(note, messages)) return note;
      notes.delete(address);
      return null;
    },
    drop: (address) => notes.delete(address),
    clear: () => notes.clear(),
    /** What may be kept over a reload: fixed safety text, never words of a person. */
    safetyNotes: () =>
      [...notes]
        .filter(([, note]) => note.card.safety?.length > 0)
        .map(([address, { card, at, after }]) => [address, { card, at, after }]),
  };
}
