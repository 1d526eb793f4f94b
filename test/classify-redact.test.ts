import * as fc from "fast-check";
import { expect, test } from "vitest";
import { redact } from "#classify/redact.ts";

test.each([
  ["Jan de Vries uit groep 7 komt vaak te laat", "[PERSOON 1] uit groep 7 komt vaak te laat"],
  ["ik maak me zorgen om fatima el amrani", "ik maak me zorgen om [PERSOON 1]"],
  [
    "de moeder van Sanne zegt dat Sanne liegt over Bram",
    "de moeder van [PERSOON 1] zegt dat [PERSOON 1] liegt over [PERSOON 2]",
  ],
  ["Mohammed slaat Ayşe, zegt Wojciech Kowalski", "[PERSOON 1] slaat [PERSOON 2], zegt [PERSOON 3]"],
  ["buurman Henk en shanti van hiernaast", "buurman [PERSOON 1] en [PERSOON 2] van hiernaast"],
  ["mevrouw Yilmaz woont alleen", "mevrouw [PERSOON 1] woont alleen"],
  ["het gaat om Xayden uit groep 4", "het gaat om [PERSOON 1] uit groep 4"],
  [
    "jayden woont op de Kerkstraat 12a, 1234 AB in het dorp",
    "[PERSOON 1] woont op de [ADRES 1], [POSTCODE] in het dorp",
  ],
  ["een gezin aan de Jan van Galenstraat 101", "een gezin aan de [ADRES 1]"],
  ["stank in de rozenlaan", "stank in de [ADRES 1]"],
  ["mail me op jan.devries@gmail.com", "mail me op [EMAIL]"],
  ["bel 06-12345678 of +31 6 1234 5678 of 030 123 45 67", "bel [TELEFOON] of [TELEFOON] of [TELEFOON]"],
  ["geboren op 12-03-2014", "geboren op [GEBOORTEDATUM]"],
  ["zijn verjaardag is 3 maart 2014", "zijn verjaardag is [GEBOORTEDATUM]"],
  ["hij zit op basisschool De Wilg", "hij zit op [SCHOOL 1]"],
  ["leerling van het Hondsrug College blowt", "leerling van [SCHOOL 1] blowt"],
  ["bij vv De Boys wordt gedronken", "bij [CLUB 1] wordt gedronken"],
])("%s", (text, redacted) => {
  expect(redact(text).redacted).toBe(redacted);
});

test("a citizen service number passes the 11-test; other numbers stay", () => {
  expect(redact("haar nummer is 123456782").redacted).toBe("haar nummer is [BSN]");
  expect(redact("haar nummer is 111.222.333").redacted).toBe("haar nummer is [BSN]");
  expect(redact("het bonnummer is 123456789").redacted).toBe("het bonnummer is 123456789");
  // Called one, and mistyped: still somebody's.
  expect(redact("bsn 123456789").redacted).toBe("bsn [BSN]");
});

test("a bank account number passes modulo 97; a product code stays", () => {
  expect(redact("rekening NL91 ABNA 0417 1643 00").redacted).toBe("rekening [IBAN]");
  expect(redact("rekening be68539007547034").redacted).toBe("rekening [IBAN]");
  expect(redact("artikel BE68539007547035").redacted).toBe("artikel BE68539007547035");
});

test.each([
  "bel Veilig Thuis 0800-2000, of 112, of 113",
  "onze poes is weg en ik mis haar",
  "hij is 1500 euro kwijt sinds 2019 en komt om 2000 uur",
  "Moeder drinkt. Vader is weg. Niemand haalt hem op. Kan iemand kijken?",
  "JONGEN UIT GROEP 5 HEEFT GEEN BROOD MEE",
  "ze rent onderweg naar school over het schoolplein",
  "De trainer roept. Daan".slice(0, 18),
])("leaves alone: %s", (text) => {
  expect(redact(text)).toEqual({ redacted: text, found: [] });
});

test("counts what was replaced, per kind", () => {
  expect(redact("Jan en Piet, 06-12345678, 1234 AB").found).toEqual([
    { what: "PERSOON", count: 2 },
    { what: "TELEFOON", count: 1 },
    { what: "POSTCODE", count: 1 },
  ]);
});

const elevenTest = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map((digits) => {
    const sum = digits.reduce((total, digit, i) => total + digit * (9 - i), 0);
    return { digits: digits.join(""), check: sum % 11 };
  })
  .filter(({ digits, check }) => check < 10 && /^[1-9]/.test(digits));

test("every number that passes the 11-test goes, and with one digit wrong it is not taken for one", () => {
  fc.assert(
    fc.property(elevenTest, ({ digits, check }) => {
      expect(redact(`kenmerk ${digits}${check}`).redacted).toBe("kenmerk [BSN]");
      expect(redact(`kenmerk ${digits}${(check + 1) % 10}`).redacted).not.toContain("[BSN]");
    }),
  );
});

test("whatever is typed, it answers, keeps the rest, and finds no more in its own answer", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          "Jan",
          "de",
          "Vries",
          "06-12345678",
          "Kerkstraat 12",
          "1234 AB",
          ".",
          "op",
          "school De Wilg",
          "a@b.nl",
          "\u0000",
          "🙂",
          "bsn",
          "123456782",
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const { redacted, found } = redact(text);
      if (found.length === 0) expect(redacted).toBe(text);
      for (const secret of ["06-12345678", "a@b.nl", "Kerkstraat 12", "1234 AB"])
        expect(redacted).not.toContain(` ${secret} `);
    }),
    { numRuns: 300 },
  );
});
