/** Waits for this work so long at most. Throws an Error with these words where it takes longer; the work itself goes on. */
export async function inTime<T>(work: Promise<T>, patienceMs: number, tooLate: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(tooLate)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
