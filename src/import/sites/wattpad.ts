/** Wattpad: counts under the title, comment bubbles, a slogan at the end. */
import { words, COUNT, type Site } from './site.js';

// prettier-ignore
export const wattpad: Site = {
  name: 'wattpad',
  rows: [
    { id: 'wattpad:image', edge: 'both', inside: true, form: words('Oops! This image does not follow our content guidelines\\..{0,100}', '.*To continue publishing, please remove it or upload a different image\\.') },
    { id: 'wattpad:slogan', edge: 'tail', form: /^(?<collection>[^"\u201C\u201D]{0,200}?)(?:Where stories live\. Discover now|Donde viven las historias\. Desc\u00FAbrelo ahora|Onde as hist\u00F3rias ganham vida\. (?:Descobre|Descubra) agora|L\u00E0 o\u00F9 vivent les histoires\. D\u00E9couvrez(?:-les)? maintenant|Wo Geschichten leben\. Entdecke jetzt|Dove le storie prendono vita\. Scoprilo ora|Tahanan ng mga kuwento\. Tumuklas ngayon|Tempat cerita menjadi hidup\. Temukan sekarang|Hikayelerin ya\u015Fad\u0131\u011F\u0131 yer\. \u015Eimdi ke\u015Ffedin)\.?$/ },
    { id: 'wattpad:start', edge: 'head', form: words('Start from the beginning', '(?:Comenzar|Empezar) desde el (?:principio|inicio)', 'Come\u00E7ar do (?:in\u00EDcio|princ\u00EDpio)', 'Commencer depuis le d\u00E9but', 'Reprendre (?:depuis le|au) d\u00E9but', 'Von Anfang an', 'Beginne am Anfang', "Inizia dall['\\u2019]inizio", 'Magsimula sa umpisa', 'Mulai dari awal', 'En ba\u015Ftan ba\u015Fla') },
    { id: 'wattpad:counts', edge: 'head', form: new RegExp(`^(?=.*\\d[KMk])(?:${COUNT}\\s+){1,3}${COUNT}$|^(?:[\u2605\u2606\u2729\u2B50\u{1F441}\u{1F4AC}\u{1F5E8}]\uFE0F?\\s*${COUNT}\\s*){2,4}$`, 'u') },
    { id: 'wattpad:numbers', edge: 'head', weak: true, form: /^(?:\d[\d,]*\s+){1,3}\d[\d,]*$/ },
    { id: 'wattpad:count', edge: 'both', form: new RegExp(`^(?:Reads|Votes|Parts|Stars)\\s*:?\\s*${COUNT}$|^(?=.*[KM])${COUNT}\\s+(?:reads|votes|views|parts)$`, 'i') },
    { id: 'wattpad:lone', edge: 'head', weak: true, form: /^\d[\d.,]*[KM]$/i },
    { id: 'wattpad:votes', edge: 'both', weak: true, form: /^\d[\d,]*\s+(?:reads|votes|views|parts)$/i },
    { id: 'wattpad:next', edge: 'tail', form: words('Continue (?:to|reading) next part(?: ?[\\u00BB>\\u2192])?', 'Continue to next chapter', 'Next part', 'Load next (?:part|page)', 'Continuar leyendo(?: la (?:siguiente|pr\u00F3xima) parte)?', 'Continuar (?:a ler|lendo)(?: a (?:parte seguinte|pr\u00F3xima parte))?', 'Continuer (?:la lecture|\u00E0 lire)(?: (?:de )?la partie suivante)?', 'Weiter zum n\u00E4chsten Kapitel', 'Continua a leggere(?: la prossima parte)?') },
    { id: 'wattpad:also', edge: 'tail', gate: true, under: true, form: words("You['\\u2019]ll also like", 'You may also like', 'Recommended for you') },
    { id: 'wattpad:reading', edge: 'tail', gate: true, under: true, form: /^You are reading$/i },
    { id: 'wattpad:opened', edge: 'head', weak: true, form: words('You are reading') },
    { id: 'wattpad:date', edge: 'head', weak: true, form: /^Published on [A-Z][a-z]{2} \d{1,2}(?:, \d{4})?$/ },
    { id: 'wattpad:bubble', edge: 'both', weak: true, inside: true, form: /^\+\d{0,3}$/ },
    { id: 'wattpad:reads', edge: 'both', form: new RegExp(`^${COUNT}\\s+Reads\\s+${COUNT}\\s+Votes(?:\\s+${COUNT}\\s+(?:Comments|Parts?))?$`, 'i') },
    { id: 'wattpad:menu', edge: 'head', weak: true, form: words('Browse', 'Community', 'Write', 'Discover', 'Create', 'Try Premium', 'Log in', 'Sign ?up', 'Log ?in ?\\| ?Sign ?up', 'Search') },
    { id: 'wattpad:button', edge: 'both', form: words('Add to (?:library|reading list)', 'Get notified when .{1,100} is updated', 'Sign up with (?:Google|Facebook|email)', 'Share via email', 'Report story', 'Send to friend') },
  ],
};
