/** Words that say the same of him and of her: how a message is read must not depend on which of them stands there. */
const pairs = `
hij zij ze he she | hem haar zijn zn z'n dr d'r him her his hers | hijzelf zijzelf hemzelf haarzelf himself herself
jongen meisje meid boy girl | jongens meisjes boys girls | jongetje meisje | jongetjes meisjes | knul meid
zoon dochter son daughter | zoontje dochtertje | zonen dochters | broer zus brother sister | broertje zusje
opa oma grandpa grandma | oom tante uncle aunt | neef nicht | neefje nichtje | buurman buurvrouw | buurjongen buurmeisje
meneer mevrouw | heer dame | meester juf | leerling leerlinge | vriend vriendin | jongedame jongeman | knulletje meisje
`;

const groups: readonly (readonly string[])[] = pairs
  .split(/[|\n]/)
  .map((pair) => pair.trim().split(/\s+/))
  .filter((group) => group.length > 1);

/** The first of the group that a word is in, through every group that it shares a word with. */
const canon = new Map<string, string>();
for (const group of groups) {
  const known = group.map((word) => canon.get(word)).find((word) => word !== undefined);
  for (const word of group) if (!canon.has(word)) canon.set(word, known ?? group[0] ?? word);
}

/** The word that stands for this one and for those that say the same of somebody of the other sex; `oma's` as well as `oma`. */
export function sexless(word: string): string {
  const known = canon.get(word);
  if (known !== undefined) return known;
  const owner = word.endsWith("'s") ? canon.get(word.slice(0, -2)) : undefined;
  return owner === undefined ? word : `${owner}'s`;
}

/** Pronouns say too little to be looked for under each other's name: "haar" is also what grows on a head. */
const pronouns = new Set(groups.slice(0, 3).flat());

const others = new Map<string, readonly string[]>();
for (const word of canon.keys()) {
  if (pronouns.has(word)) continue;
  others.set(
    word,
    [...canon]
      .filter(([other, first]) => other !== word && first === canon.get(word))
      .map(([other]) => other),
  );
}
others.set("hij", ["zij"]);
others.set("zij", ["hij"]);

const none: readonly string[] = [];

/** The words that say the same as this one of somebody of the other sex. */
export function counterparts(word: string): readonly string[] {
  return others.get(word) ?? none;
}
