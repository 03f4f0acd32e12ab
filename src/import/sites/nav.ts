/** What every site has: ways to the next page, an account, buttons. */
import { words, type Site } from './site.js';

// prettier-ignore
export const nav: Site = {
  name: 'nav',
  rows: [
    { id: 'nav:thoughts', edge: 'tail', gate: true, followed: true, form: words('(?:\\d+|One) (?:comments?|comentarios?|commentaires?|kommentare?|responses?|thoughts?|replies)(?: (?:on|to) .{1,100})?:?', 'Share your thoughts!?', 'Want to comment\\?.{0,40}', 'Kommentar (?:verfassen|hinterlassen)', 'You must be logged in to .{1,40}') },
    { id: 'nav:comments', edge: 'tail', form: words('\\p{L}+ (?:Fandom )?Wiki(?: \\| Fandom)?', '(?:No hay|Sin|Nenhum|Keine|Aucun|No) (?:comentarios?|coment\u00E1rios?|kommentare?|commentaires?|comments)(?: yet)?:?', 'Liked by \\d+ .{1,20}', '\\d{1,3}\\. Pingback: .{1,100}', 'Your email address will not be published\\..{0,60}', '[(\\[]?~?\\d[\\d,.]* words[)\\]]?', '(?:Log ?in|Sign ?up|Join|Register)(?:,? (?:or|and) | )(?:log ?in|sign ?up|join|register)(?: to .{1,40})?', 'Publicar un comentario(?: en la entrada)?', 'Deja una respuesta', 'Laisser un commentaire', 'Enregistrer un commentaire', 'Postar um coment\u00E1rio', 'Kommentar ver\u00F6ffentlichen', '(?:[\u2022*-] ?)?(?:Post|Leave|Add|Write|View|Show|See|Read|Submit)(?: \\p{Ll}{1,6}){0,2} (?:comments?|repl(?:y|ies)|reviews?|response)(?: in response)?:?') },
    { id: 'nav:wait', edge: 'both', form: words('-+ ?Begin (?:fic|story)(?: here)? ?-+', 'Please wait(?:\\.{3}|\\u2026)', '(?:Estimated )?reading time\\s*[:\\u2013\\u2014-]\\s*\\d+ min.{0,10}', 'Report error', 'Header background image', '(?:Please update your browser|Your browser is (?:obsolete|outdated|not supported)).{0,300}', 'A A A ?\\| ?A A A', 'Text size:? ?[-+A ]{0,10}', 'Font size:? ?[-+A ]{0,10}', '[-+] ?(?:Text size|Tama\u00F1o del texto|Tamanho do texto|Taille du texte|Schriftgr\u00F6\u00DFe) ?[-+]', '(?:Skip|Jump) to (?:main )?(?:content|navigation|sidebar|footer)') },
    { id: 'nav:about', edge: 'tail', gate: true, last: true, form: words('About the (?:author|creator|writer|contributors?)s?:?', 'Meet the author', '\u00DCber (?:den Autor|die Autorin)', 'Sobre [oa] autora?', 'Sobre (?:el autor|la autora)') },
    { id: 'nav:click', edge: 'both', weak: true, form: words('Click (?:here|on|to|the)\\b.{0,120}', '(?:Hit|Press|Use|Tap) (?:the|that|this) .{0,40}\\b(?:button|link|star)\\b.{0,60}') },
    { id: 'nav:advertisement', edge: 'both', inside: true, form: words('Advertise?ments?', 'Publicidad', 'Publicit\u00E9', 'Anzeige', 'Sponsored', 'Promoted') },
    { id: 'nav:chapters', edge: 'both', form: words('(?:Go to )?(?:Next|Previous|Prev|Last|First) chapter', 'Back to (?:top|index|contents|stor(?:y|ies)|fiction|archive)(?: page)?', 'Jump to (?:top|bottom|chapter|page|comments|new|navigation)(?: \\d+)?') },
    { id: 'nav:count', edge: 'both', form: /^(?:Chapter|Part)\s+\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i },
    { id: 'nav:account', edge: 'both', weak: true, form: words('Log ?in', 'Sign ?in', 'Sign ?up', 'Log in to (?:comment|review|reply|add .{1,30})', 'Log ?in ?\\| ?Sign ?up', 'Create an account', 'Privacy policy', 'Terms of (?:service|use)', 'Cookie policy', 'Contact us', 'Loading(?:\\.{3}|\\u2026)?') },
    { id: 'nav:word', edge: 'both', weak: true, form: words('Next', 'Prev(?:ious)?', 'Back', 'Home', 'Index', 'Contents', 'Table of contents', 'Like', 'Reply', 'Follow', 'Vote', 'Print', 'E-?mail', 'Tweet', 'Facebook', 'Twitter', 'Pinterest', 'Tumblr', 'Report', 'Search', 'Browse', 'About', 'Menu', 'Entradas', 'Posts', 'Archives?', 'Reblog', 'Comment', 'Read more', 'Show more', 'Favorite') },
  ],
};
