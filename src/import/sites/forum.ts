/** Forums with threadmarks: XenForo and its like. */
import { words, type Site } from './site.js';

// prettier-ignore
export const forum: Site = {
  name: 'forum',
  places: ['title', 'author'],
  rows: [
    { id: 'forum:post', edge: 'both', form: /^(?:post|beitrag|message|nachricht|mensaje|messaggio|\u0441\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u0435) (?:by|von|de|par|da|\u043E\u0442) (?<author>\S.{1,40}?) (?:\u00BB|\u00B7|\||on|am) .{0,40}\d.{0,40}$|^(?=.*#\d).{0,30}\d{4}.{0,20} #\d{1,6}$|^#\d{1,6}$|^Posted: \d{4}-\d\d-\d\d \d{1,2}:\d\d ?[ap]m$/iu },
    { id: 'forum:of', edge: 'both', weak: true, form: words('(?:Mitglied seit|Beitr\u00E4ge|Registriert seit|Ort|Dabei seit|Mensajes|Registrado|Ubicaci\u00F3n|Messages|Inscrit le|Localisation|Messaggi|Iscritto il|\u0421\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u044F|\u0420\u0435\u0433\u0438\u0441\u0442\u0440\u0430\u0446\u0438\u044F|Teilnehmer|Participant|Posts?|Joined|Join date|Location)(?::? .{1,30})?') },
    { id: 'forum:card', edge: 'head', form: words('View Single Post', 'Join Date: .{3,30}', 'Posts: [\\d,]+', 'Likes received', '(?:Thread starter|Themenstarter|Autor del tema|Topic starter|Started by|Begonnen von|Erstellt von|Auteur du sujet|\u0410\u0432\u0442\u043E\u0440 \u0442\u0435\u043C\u044B):? (?<author>.{2,40})', '(?:Dieses Thema hat|This topic (?:contains|has)|Este tema (?:contiene|tiene)) .{5,100}', '.{2,40}\\u2019s avatar') },
    { id: 'forum:member', edge: 'head', form: /^(?<author>\S{2,40}) \k<author> is (?:offline|online)$|^Thread: (?<title>\S.{1,100})$|^Threadmarks?: (?<mark>\S.{1,100})$/ },
    { id: 'forum:threadmarks', edge: 'both', form: words('Statistics \\(\\d+ threadmarks?,.{1,30}\\)', 'Reader mode(?: RSS)?', 'Like Reply Report', 'Award Threadmark Quote Reply', 'Reactions:.{1,120} and \\d+ others', 'Messages [\\d,]+ (?:Likes|Reaction score).{0,40}', 'Last edited:? .{3,30}', 'Add bookmark', 'Threadmark: .{1,100}') },
    { id: 'forum:word', edge: 'both', weak: true, form: words('Threadmarks', '#\\d+', 'Joined .{3,20}\\d', 'Like', 'Reply', 'Quote', 'Report') },
  ],
};
