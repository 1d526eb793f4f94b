import type { RedFlag } from "#classify/red-flags/red-flag.ts";

/**
 * A few unmistakable words in the languages that are often mixed in: Turkish, Polish, German, French, Spanish,
 * Papiamento, Arabic and Ukrainian (folded: see reading/fold.ts). No reading of those languages: a human reads them.
 */
export const otherLanguages: readonly RedFlag[] = [
  {
    rule: "R1",
    what: "violence_now",
    level: "acute",
    about: "domestic_violence",
    when: [
      "imdat | yardim edin | oldurecek | oldurecegim | oldururum | bicak var/cekti | silah var/cekti",
      "pomocy ratunku/prosze/natychmiast | ratunku | zabije ja/mnie/go/ich/cie | ma noz/bron | noz i grozi",
      "hilfe hilfe/bitte/schnell | er/sie bringt/schlagt mich/sie um/gerade | umbringen | au_secours | il va me/la tuer | va me_tuer | socorro | me va a_matar | auxilio | yudami | mata mi/bo/e ",
    ],
  },
  {
    rule: "R4",
    what: "thoughts",
    level: "urgent",
    about: "psychological",
    when: [
      "intihar* | olmek istiyor/istiyorum | kendini oldur* | samoboj* | chce umrzec/sie_zabic | nie chce zyc | selbstmord* | will nicht mehr leben | sterben will | me suicider | veut mourir | veux mourir | suicidio | quiere/quiero morir | ke muri",
    ],
  },
  {
    rule: "R2",
    what: "violence_other_language",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "dovuyor | dovuyo | beni dover/dovuyor | tecavuz* | bije mnie/ja/dzieci/zone/matke | zgwalci* | schlagt mich/sie/die_kinder | vergewaltig* | me_frappe | il frappe | viol/violee/viole | me_pega | le_pega | e ta/a dal/sla mi",
    ],
  },
];
