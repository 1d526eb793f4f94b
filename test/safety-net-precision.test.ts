import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readNet } from "#classify/safety-net.ts";

const level = (message: string) => readNet(message).level;

test.each([
  "Ik geef tekenles in het buurthuis, wie wil helpen?",
  "Ze heeft tekenles van mijn zus en hij komt kijken",
  "De stalling voor de fietsen is zaterdag dicht",
  "Iedereen moet de toets overdoen, het lokaal was te warm",
  "Ze staken morgen bij het spoor, neem een andere route",
  "De stakingen duren tot vrijdag",
  "De logopedist ziet hem dinsdag, hij stottert nog een beetje",
  "In de flat naast ons wordt nu een muur gesloopt",
  "We hebben zo gelachen, nu is het weer rustig in de klas",
  "Het concert was vol ontroering en appeltaart",
  "Die scooters in de straat zijn nog steeds te luid",
  "De gesprekken zijn vandaag afgerond",
  "Zo'n verzorgde tuin had de straat nog niet",
  "Wie heeft er een steekwagen te leen voor de rommelmarkt?",
])("an ordinary word is not heard as a red flag: %s", (message) => {
  expect(level(message)).toBe(null);
});

test.each([
  "ze wort geslage door dr vrient, nu",
  "hij wil haar vermoorde vanavond",
  "zelfmoort, hij gaat het vanavond doen",
  "alle pilen geslikt en ze wort niet wakker",
  "mn buurman wurcht zijn vrouw nu",
  "hij wil zefmloord plegen vanavond",
])("a typing error is still heard: %s", (message) => {
  expect(level(message)).toBe("acute");
});

test.each([
  "De winterkleren zijn voor de kids. Hij loopt op slippers naar de kraam.",
  "Het bedrag staat in het briefje. Ik help zaterdag bij de weggeefkast.",
  "Hij belde bij ons aan. De deur zat op slot. Mijn zus belt haar morgen terug.",
  "Ze zit in de kas met tomaten alleen. Jongen van tien doet mee sinds mei.",
])("words of two sentences do not make one red flag: %s", (message) => {
  expect(level(message)).not.toBe("acute");
});

test.each([
  "vent slaat haar in de auto. NU. kids zitten achterin",
  "ik zit onder mijn bed. hij zoekt me",
  "Hij ligt in het portiek. Lege strip naast hem. Ik krijg hem niet wakker.",
  "ze heeft zich opgesloten in de badkamer. hij trapt tegen de deur",
])("a red flag that is told in short sentences pages: %s", (message) => {
  expect(level(message)).toBe("acute");
});

test.each([
  ["er loopt een peuter alleen op straat", "peuter loopt regelmatig alleen op straat"],
  ["hij is niet wakker te krijgen", "vorige week was hij niet wakker te krijgen"],
  ["ze heeft het gas open laten staan", "ze heeft vorige maand het gas open laten staan"],
  ["hij heeft haar de trap af geduwd", "hij heeft haar vorige week de trap af geduwd"],
])("what is told of other days is urgent, and of now acute: %s", (now, otherDays) => {
  expect(level(now)).toBe("acute");
  expect(level(otherDays)).toBe("urgent");
  expect(level(`${otherDays} en nu weer`)).toBe("acute");
  expect(level(`Ik bel nu even. ${otherDays}. Nu is het zover: ${now}`)).toBe("acute");
});

test.each([
  "hij bedreigt haar elke zaterdag met een mes",
  "ze durft elke vrijdag niet naar huis, bang voor haar vader",
  "ze spaart al weken pillen op voor als het genoeg is",
])("a weapon, a plan and a child that dares not go home wait for no day: %s", (message) => {
  expect(level(message)).toBe("acute");
});

test("wanting not to wake up is a thought, no overdose", () => {
  expect(level("She wants to go to sleep and not wake up, she said it at practice")).toBe("urgent");
  expect(level("She took her mother's pills and she won't wake up")).toBe("acute");
});

test.each([
  "Vrijdag ben ik er niet, bel dan de coördinator",
  "Morgen ben ik er niet, de invaller weet ervan",
  "De jongens hebben een steen door het raam gegooid",
  "Ze trekt haar haren uit tijdens de les, plukje voor plukje",
  "Mijn vrouw vermoordt me als ik weer te laat aan tafel zit",
  "Hij slaapt sinds de inbraak met een honkbalknuppel naast zijn bed",
  "Er is brand geweest in de prullenbak, meteen uit",
  "Gaslucht in het portiek, de netbeheerder is er al",
  "She said she hopes she won't wake up tomorrow, she laughed about it",
  "Zijn auto staat bij de garage voor een nieuwe uitlaat",
  "Gebonk en geschreeuw op zondag, dat is de oefening van de toneelclub",
  "Ze vroeg of ze het spel mee naar huis mocht",
  "Het weer zat mee en een kind heeft gespuugd",
  "Mijn zus gun ik dat van harte, ze heeft het verdiend",
])("wide words page nobody: %s", (message) => {
  expect(level(message)).not.toBe("acute");
});

test.each([
  "mijn stiefvader vermoordt me als hij dit ontdekt",
  "hij staat met een honkbalknuppel voor haar deur",
  "zij heeft zich opgesloten in de wc en hij trapt tegen de deur",
  "er wordt geschoten bij de bushalte",
  "ze heeft alle pillen op en is weggezakt",
  "gegil en gebonk bij de buren, kinderen huilen",
  "he has a gun from his cousin and he is outside",
  "hij trekt haar aan haar haren de auto in",
  "ze wil vanmiddag niet naar huis, ze smeekt of ze mag blijven",
  "ik ben alleen met mijn broertje van 2, mama is sinds gister weg",
  "hij zei doeg en gaf me een hand, dat doet hij nooit. Zijn telefoon staat uit",
  "hij zit in de hal met een jerrycan",
  "haar ex staat met een koevoet bij de deur",
  "hij zei dan spring ik wel voor de trein",
  "gezicht tot moes geslagen en ze mag niet naar het ziekenhuis",
])("plain danger goes on paging: %s", (message) => {
  expect(level(message)).toBe("acute");
});

test.each([
  // [harmless, its serious twin]
  ["Oefenvraag 3: patiënt met blauwe lippen, wat doe je?", "Patiënt met blauwe lippen, wat moet ik doen?"],
  ["Er loopt een paard op de snelweg bij afslag 4", "Er loopt een man op de snelweg bij afslag 4"],
  ["De vermiste jongen is terecht, hij zat bij zijn oom", "De jongen is vermist, hij zat bij zijn oom"],
  ["Bij het potje poolen riep hij: ik maak je af", "Hij riep door de brievenbus: ik maak je af"],
  ["De wc is verstopt, wie belt de loodgieter?", "Ze heeft zich verstopt op de wc en belt ons, hij bonkt"],
  [
    "Overdosis chocola na de paasviering, stuur een ambulance",
    "Overdosis, ze ligt op de gang, stuur een ambulance",
  ],
  [
    "Mijn rug doet pijn alsof er een mes in steekt",
    "Hij bedreigt haar met een mes, ze doet alsof er niks is",
  ],
])("what only sounds like it pages nobody, what means it does: %s", (harmless, serious) => {
  expect(level(harmless)).not.toBe("acute");
  expect(level(serious)).toBe("acute");
});

test("thoughts of death without a plan are urgent; a plan, or means beside it, are acute", () => {
  expect(level("Hij denkt elke dag aan de dood. Een plan heeft hij niet.")).not.toBe("acute");
  expect(level("Ze zegt dat ze dood wil, een plan had ze niet.")).toBe("urgent");
  expect(level("Ze zegt dat ze dood wil en ze heeft een plan.")).toBe("acute");
  expect(
    level("Ze wil dood, een plan heeft ze niet zegt ze, maar ik vond pillen verzameld in een doosje."),
  ).toBe("acute");
});

test("'nu al maanden' tells of months, and of now where that is told as well", () => {
  expect(level("De baby is nu al maanden telkens alleen thuis")).toBe("urgent");
  expect(level("De baby is nu alleen thuis")).toBe("acute");
});

test("the command that asks how this works is no cry for help", () => {
  expect(level("/help")).toBe(null);
  expect(level("help")).toBe("acute");
  expect(level("/help mij nu")).toBe("acute");
});

test.each([
  "der man sleure ze aan dr haren over de galerij",
  "hij stuurt een foto van zijn polsen in een bad met bloed",
  "hij staat met een slijptol bij de gasleiding",
  "het is beter zo, ik heb pillen",
])("found missing, and heard now: %s", (message) => {
  expect(level(message)).toBe("acute");
});

test.each([
  "afscheidsbrief van een collega gevonden op haar bureau",
  "de mentor vond een afscheidsbrief",
  "ze is al uren weg met haar paard en stuurde een afscheidsbrief",
  "hij viel me aan op straat met een mes",
  "hij is lid van de schietvereniging, heeft een geweer en dreigt haar dood te schieten",
  "vermist sinds gisteren, haar fiets is gevonden bij het kanaal",
  "hij sloeg haar met een hockeystick bewusteloos",
  "bij wijze van grap hield hij een mes op haar keel",
  "jongen bewusteloos op de snelweg na een aanrijding met een paard",
  "zorg goed voor mijn zwarte kat, vaarwel",
  "meisje van 14 vermist, alleen haar telefoon is terecht",
  "bij het trefbal is iemand neergestoken, hij gaat dood",
  "ze wil niet meer leven, het plan wil ze niet met ons delen, maar het is voor vanavond",
  "ik wil dood ik heb een plan en ik kan niet meer",
  "hij gebruikt vaak ghb en ligt nu al een uur bewusteloos",
  "er is geen opvang geregeld, mijn zusje van 4 zit nu alleen thuis",
  "moeder heeft een afscheidsbriefje achtergelaten en haar kleuters zitten alleen",
  "hij heeft afscheid genomen, bracht nog taart, en wil vanavond dood",
  "ik lees net dat mijn zoon is neergestoken",
  "leerling gaat vanavond zelfmoord plegen, zegt de docent filosofie",
])("words that spare a harmless message spare no danger beside them: %s", (message) => {
  expect(level(message)).toBe("acute");
});

test.each([
  "man in de lift met een mes, hij zwaait ermee",
  "slang van de uitlaat naar binnen, er zit iemand in de auto",
  "jongen bewusteloos in de wc, spuit in zijn arm, bhv is erbij",
  "hij trekt haar aan haar haren een grijze golf in",
  "hij staat met een bijl in de tuin en schreeuwt tegen de kinderen",
  "ik zit op kantoor met een meisje dat net haar polsen heeft opengesneden",
  "de scheidsrechter zei net dat hij na de wedstrijd voor de trein springt",
])("places, things and sport beside danger take nothing from it: %s", (message) => {
  expect(level(message)).toBe("acute");
});

interface Beside {
  readonly text: string;
  readonly acute: boolean;
}

test.each(
  readFileSync(new URL("corpus/flags/ordinary-words.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Beside),
)("words that make something ordinary elsewhere ($acute): $text", ({ text, acute }) => {
  expect(level(text) === "acute").toBe(acute);
});
