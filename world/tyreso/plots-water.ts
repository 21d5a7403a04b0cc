// Plots about taps, drains and toilets.
import type { Plot } from './plot-shape.ts'
import {
  assign,
  days,
  deliver,
  fault,
  hours,
  minutes,
  note,
  pause,
  pick,
  propertyPlot,
  reply,
  resume,
  start,
  thanks,
} from './plot-shape.ts'

const indoors = ['office', 'school', 'preschool', 'care', 'culture', 'sports', 'depot'] as const

const tap = propertyPlot({
  key: 'droppande-kran',
  shows: 'Dripping or loose tap',
  where: { kinds: indoors, tags: ['kitchen', 'toilet', 'shower', 'classroom'] },
  slots: { kran: ['kranen', 'blandaren', 'kranen vid handfatet'] },
  subjects: [
    '<dropp> Droppande kran {i_rum}',
    '<dropp> {Kran} läcker {i_rum}',
    '<los> Lös blandare {i_rum}',
    '<handtag> Handtaget på {kran} lossnade {i_rum}',
  ],
  openings: [
    '<dropp> Hej, {kran} {i_rum} {på_hus} [droppar dygnet runt|står och rinner|går inte att stänga helt]. [Vi har ställt en hink under.|Det blir mycket varmvatten i avloppet.]',
    '<los> {Kran} {i_rum} sitter löst och [snurrar runt när man rör den|glappar]. Det läcker lite vid fästet.',
    '<dropp> Det droppar från {kran} {i_rum}. [En droppe i sekunden ungefär.|Värst på natten, säger städet.] Ingen brådska men det [stör|är slöseri].',
    '<handtag> Hej! Handtaget på {kran} har lossnat {i_rum}. Vi kan bara få [kallt|varmt] vatten.',
  ],
  answers: fault('water', { water_running: pick('no', 'yes') }),
  steps: [
    assign(minutes(20, 260)),
    reply(minutes(30, 420), [
      '<*> Hej! Jag kommer {kommer}. Blir det värre finns en avstängning under diskbänken.',
      '<dropp> Tack {namn}. Jag tar med packningar och kommer {kommer}.',
      '<dropp> Hej {namn}, det låter som packningen. Jag är hos er {kommer}.',
      '<los handtag> Hej {namn}! Jag skruvar fast den {kommer}.',
    ]),
    start(days(0.2, 8)),
    deliver(minutes(10, 70), [
      '<dropp> Bytt packning. Tätt.',
      '<dropp> Blandaren var slut, jag satte dit en ny.',
      '<los> Fastskruvad, och packningen bytt när jag ändå höll på. Ingen läcka när jag gick.',
      '<handtag> Nytt handtag och ny insats. Det går lättare nu.',
      '<dropp> Ny insats i blandaren. Handtaget går lättare nu.',
      '<los handtag> Fästet var slitet. Ny blandare är monterad.',
    ]),
    ...thanks,
  ],
})

const drain = propertyPlot({
  key: 'stopp-i-avlopp',
  shows: 'Blocked drain: rodded by us, or a jetting firm had to come',
  where: { kinds: indoors, tags: ['kitchen', 'toilet', 'shower'] },
  slots: { brunn: ['golvbrunnen', 'handfatet', 'avloppet'] },
  subjects: [
    'Stopp i {brunn} {i_rum}',
    'Vattnet rinner inte undan {i_rum}',
    '<over> Översvämning {i_rum}',
    '<over> Vatten på golvet {i_rum}',
  ],
  openings: [
    'Stopp i {brunn} {i_rum}. Vattnet [står kvar|rinner undan väldigt långsamt|kommer upp i stället för ner].',
    'Hej! Det luktar illa från {brunn} {i_rum} {på_hus} och vattnet [bubblar|rinner knappt undan]. [Vi har provat med sugpropp.|Vi har hällt på hett vatten.]',
    '{I_rum} går det inte att använda {brunn}, det är helt stopp. [Vi har satt upp en lapp.|Golvet är blött.]',
    'Nu är det stopp i {brunn} {i_rum} igen. Förra gången [rensade ni|spolade ni] men det höll bara någon månad.',
    '<over> Hej, {brunn} {i_rum} svämmade över [i morse|efter lunchdisken]. Vi har torkat upp och stängt rummet.',
  ],
  answers: fault('water', { water_running: pick('no', 'no', 'yes') }),
  paths: { rensa: 70, spola: 30 },
  steps: [
    assign(minutes(5, 120)),
    reply(minutes(10, 200), [
      '<*> Hej {namn}. Använd inte avloppet. Jag kommer {kommer} med rensband.',
      'Tack, jag kommer så snart jag är klar här. Räkna med {kommer}.',
      '<over> Hej! Håll dörren till rummet stängd. Jag kommer {kommer}.',
      'Hej {namn}. Häll inte i något medel, det fräter på rören. Jag kommer {kommer}.',
    ]),
    start(hours(0.5, 18)),
    pause(
      minutes(30, 90),
      'waiting_supplier',
      [
        'Stoppet sitter längre bort i ledningen. Spolbilen är beställd. Använd ett annat avlopp så länge.',
        'Rensbandet räckte inte. En firma kommer och spolar. Jag har satt upp skyltar.',
        'Det är fett i ledningen hela vägen ut. Vi måste spola med högtryck och väntar på bil.',
      ],
      { path: 'spola' },
    ),
    resume(days(0.4, 3), { path: 'spola' }),
    deliver(
      minutes(20, 120),
      [
        'Rensat och spolat med hett vatten. Det var [hår|papper|matrester|en pennvässare] i vattenlåset.',
        'Vattenlåset var fullt. Nu rinner det fritt.',
        'Klart. Lägg gärna en sil i brunnen, så slipper vi ses så ofta.',
      ],
      { path: 'rensa' },
    ),
    deliver(
      hours(1, 4),
      [
        'Ledningen är högtrycksspolad och filmad. Inga skador på röret.',
        'Spolat från huset till gatan. Det ska hålla länge nu.',
        'Spolningen är klar. Vi lägger in en årlig spolning på den här ledningen.',
      ],
      { path: 'spola' },
    ),
    ...thanks,
  ],
})

const toilet = propertyPlot({
  key: 'toalett',
  shows: 'Toilet that runs, will not flush or is loose',
  where: { kinds: indoors, tags: ['toilet'] },
  subjects: [
    '<*> Fel på {rum}',
    '<spola stopp knapp> {Rum} går inte att spola',
    '<rinner> {Rum} står och rinner',
    '<stopp los> Avstängd toalett {på_hus}',
    '<sits> Trasig sits {på_hus}',
  ],
  openings: [
    '<rinner> Hej! {Rum} {på_hus} [står och rinner hela tiden|läcker ut på golvet när man spolar]. [Det hörs ut i korridoren.|Det måste bli många liter.]',
    '<spola> Det går inte att spola på {rum} {på_hus}. [Det kommer bara en skvätt.|Man får pumpa med knappen.]',
    '<knapp> Knappen på {rum} har [fastnat|gått sönder|ramlat ner i cisternen]. Vi har [stängt av vattnet|låst dörren] så länge.',
    '<los> Toalettstolen på {rum} sitter löst och [gungar|lutar åt höger]. Det är snart någon som ramlar.',
    '<stopp> Det är stopp på {rum}. [Någon har spolat ner pappershanddukar.|Vattnet stiger till kanten.] Vi har bara en toalett till på det planet.',
    '<sits> {Rum} {på_hus}: sitsen är trasig och låset går inte att vrida. [Vi har hängt dit en skylt.|Det är den enda för besökare.]',
  ],
  answers: fault('toilet', { water_running: pick('no', 'no', 'yes') }),
  steps: [
    assign(minutes(10, 150)),
    reply(minutes(15, 260), [
      'Hej {namn}, jag kommer {kommer}. Stäng den gärna så länge.',
      'Tack! Jag har delar i bilen och kommer {kommer}.',
      'Hej. Vi har flera toaletter på listan, er tar jag {kommer}.',
      'Hej {namn}. Sätt gärna upp en lapp. Jag är hos er {kommer}.',
    ]),
    start(hours(1, 50)),
    note(
      minutes(5, 30),
      [
        '<rinner spola knapp> Flottören trasig, samma modell som i resten av huset.',
        '<los> Bultarna i golvet rostiga, ny tätning behövs.',
        'Fråga om vi ska byta alla sitsar på en gång.',
      ],
      { chance: 0.25 },
    ),
    deliver(minutes(15, 90), [
      '<rinner spola knapp> Bytt flottör och spolknapp. Den spolar och stänger.',
      '<rinner> Bottenventilen var kalkad. Bytt, det är tyst nu.',
      '<spola> Vattnet in var halvt avstängt. Öppnat och justerat.',
      '<knapp> Ny knapp monterad. Tryck lätt, den är kort.',
      '<sits> Ny sits och nytt lås. Låset går att öppna utifrån med ett mynt.',
      '<los> Stolen är fastsatt med nya bultar och fogad. Använd den inte förrän fogen torkat i morgon.',
      '<stopp> Rensad. Påminn gärna om att bara toalettpapper får spolas ner.',
      '<stopp> Det satt en hel rulle i vattenlåset. Rensat och provspolat.',
    ]),
    ...thanks,
  ],
})

export const waterPlots: readonly Plot[] = [tap, drain, toilet]
