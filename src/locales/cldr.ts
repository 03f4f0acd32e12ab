/** Quotation marks, direction and dates by language, from CLDR 48.2.0. Written by scripts/locales.mjs: do not edit. */
import type { DateForms, QuotePair } from './types.js';

export interface CldrRow {
  direction: 'ltr' | 'rtl';
  outer: QuotePair;
  inner: QuotePair;
  dates: DateForms;
}

export const CLDR = {
  ar: {
    direction: 'rtl',
    outer: ['”', '“'],
    inner: ['’', '‘'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    },
  },
  cs: {
    direction: 'ltr',
    outer: ['„', '“'],
    inner: ['‚', '‘'],
    dates: {
      day: '{day}. {month} {year}',
      month: '{month} {year}',
      months: 'ledna února března dubna května června července srpna září října listopadu prosince',
      alone: 'leden únor březen duben květen červen červenec srpen září říjen listopad prosinec',
    },
  },
  da: {
    direction: 'ltr',
    outer: ['“', '”'],
    inner: ['‘', '’'],
    dates: {
      day: '{day}. {month} {year}',
      month: '{month} {year}',
      months: 'januar februar marts april maj juni juli august september oktober november december',
    },
  },
  de: {
    direction: 'ltr',
    outer: ['„', '“'],
    inner: ['‚', '‘'],
    dates: {
      day: '{day}. {month} {year}',
      month: '{month} {year}',
      months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    },
  },
  'de-CH': {
    direction: 'ltr',
    outer: ['„', '“'],
    inner: ['‚', '‘'],
    dates: {
      day: '{day}. {month} {year}',
      month: '{month} {year}',
      months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    },
  },
  el: {
    direction: 'ltr',
    outer: ['«', '»'],
    inner: ['“', '”'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months:
        'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
      alone:
        'Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος',
    },
  },
  en: {
    direction: 'ltr',
    outer: ['“', '”'],
    inner: ['‘', '’'],
    dates: {
      day: '{month} {day}, {year}',
      month: '{month} {year}',
      months: 'January February March April May June July August September October November December',
    },
  },
  'en-GB': {
    direction: 'ltr',
    outer: ['“', '”'],
    inner: ['‘', '’'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'January February March April May June July August September October November December',
    },
  },
  es: {
    direction: 'ltr',
    outer: ['“', '”'],
    inner: ['‘', '’'],
    dates: {
      day: '{day} de {month} de {year}',
      month: '{month} de {year}',
      months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    },
  },
  fa: {
    direction: 'rtl',
    outer: ['«', '»'],
    inner: ['‹', '›'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر',
    },
  },
  fi: {
    direction: 'ltr',
    outer: ['”', '”'],
    inner: ['’', '’'],
    dates: {
      day: '{day}. {month} {year}',
      month: '{month} {year}',
      months:
        'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
      alone:
        'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu',
    },
  },
  fr: {
    direction: 'ltr',
    outer: ['«', '»'],
    inner: ['«', '»'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    },
  },
  'fr-CA': {
    direction: 'ltr',
    outer: ['«', '»'],
    inner: ['”', '“'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    },
  },
  he: {
    direction: 'rtl',
    outer: ['”', '”'],
    inner: ['’', '’'],
    dates: {
      day: '{day} ב{month} {year}',
      month: '{month} {year}',
      months: 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
    },
  },
  hu: {
    direction: 'ltr',
    outer: ['„', '”'],
    inner: ['»', '«'],
    dates: {
      day: '{year}. {month} {day}.',
      month: '{year}. {month}',
      months:
        'január február március április május június július augusztus szeptember október november december',
    },
  },
  it: {
    direction: 'ltr',
    outer: ['«', '»'],
    inner: ['“', '”'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    },
  },
  nb: {
    direction: 'ltr',
    outer: ['«', '»'],
    inner: ['‘', '’'],
    dates: {
      day: '{day}. {month} {year}',
      month: '{month} {year}',
      months: 'januar februar mars april mai juni juli august september oktober november desember',
    },
  },
  nl: {
    direction: 'ltr',
    outer: ['‘', '’'],
    inner: ['‘', '’'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'januari februari maart april mei juni juli augustus september oktober november december',
    },
  },
  pl: {
    direction: 'ltr',
    outer: ['„', '”'],
    inner: ['«', '»'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months:
        'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
      alone:
        'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
    },
  },
  pt: {
    direction: 'ltr',
    outer: ['“', '”'],
    inner: ['‘', '’'],
    dates: {
      day: '{day} de {month} de {year}',
      month: '{month} de {year}',
      months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    },
  },
  'pt-PT': {
    direction: 'ltr',
    outer: ['«', '»'],
    inner: ['“', '”'],
    dates: {
      day: '{day} de {month} de {year}',
      month: '{month} de {year}',
      months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    },
  },
  ro: {
    direction: 'ltr',
    outer: ['„', '”'],
    inner: ['«', '»'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months:
        'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
    },
  },
  ru: {
    direction: 'ltr',
    outer: ['«', '»'],
    inner: ['„', '“'],
    dates: {
      day: '{day} {month} {year} г.',
      month: '{month} {year} г.',
      months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
      alone: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    },
  },
  sk: {
    direction: 'ltr',
    outer: ['„', '“'],
    inner: ['‚', '‘'],
    dates: {
      day: '{day}. {month} {year}',
      month: '{month} {year}',
      months: 'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
      alone: 'január február marec apríl máj jún júl august september október november december',
    },
  },
  sv: {
    direction: 'ltr',
    outer: ['”', '”'],
    inner: ['’', '’'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'januari februari mars april maj juni juli augusti september oktober november december',
    },
  },
  tr: {
    direction: 'ltr',
    outer: ['“', '”'],
    inner: ['‘', '’'],
    dates: {
      day: '{day} {month} {year}',
      month: '{month} {year}',
      months: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    },
  },
  uk: {
    direction: 'ltr',
    outer: ['«', '»'],
    inner: ['„', '“'],
    dates: {
      day: '{day} {month} {year} р.',
      month: '{month} {year} р.',
      months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
      alone: 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    },
  },
} satisfies Record<string, CldrRow>;
