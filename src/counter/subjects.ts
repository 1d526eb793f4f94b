import type { Expertise } from "#signal/words.ts";

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(" "));
}

/** What people call the subjects, in Dutch and English, without accents (domain.md 1.1 and 1.3). Recognised, never shown. */
export const subjectWords: Readonly<Record<Expertise, readonly string[]>> = {
  debt: words(
    "schuld schulden schuldhulp schuldhulpverlening geld geldzorgen geldproblemen armoede huur",
    "huurachterstand aanmaning aanmaningen deurwaarder incasso bewindvoering bewindvoerder toeslagen",
    "uitkering financien financieel rekeningen debt debts money poverty rent bills finances financial",
  ),
  addiction: words(
    "verslaving verslavingen verslaafd verslavingszorg drank drinken alcohol drugs drug blowen wiet",
    "cocaine pillen gokken gokverslaving gamen gaming addiction addictions addicted drinking booze",
    "weed gambling gamble substances",
  ),
  domestic_violence: words(
    "geweld huiselijk mishandeling kindermishandeling oudermishandeling slaan misbruik onveilig",
    "onveiligheid veiligheid verwaarlozing stalking eergeweld partnergeweld violence domestic abuse",
    "neglect safety unsafe beating",
  ),
  psychological: words(
    "psychisch psychische psyche psychiatrie ggz depressie depressief somber angst angsten suicide",
    "suicidaal zelfmoord zelfbeschadiging stress trauma verward eetstoornis mentaal mentale eenzaam",
    "eenzaamheid rouw burnout autisme psychological mental depression depressed anxiety suicidal",
    "lonely loneliness",
  ),
};

/** Words around the question: never taken for a subject or an area, however much they look like one. */
export const fillers: readonly string[] = words(
  "wie weet weten van over in de het een en of voor met bij is er ik zoek iemand wijk wijken buurt",
  "stad kan helpen hulp help aan zorgen zorg problemen probleem werkt werken team collega expert",
  "naar wat who knows know about the area for and or can helps works with at someone somebody",
  "worries problems thuis home neighbourhood district signaal",
);
