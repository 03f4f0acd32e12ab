/** Words to readers: how people who post a story speak of it, and hardly ever speak in it. */
import { remembered } from '../remembered.js';

/** Where stories are posted, and where their writers are paid. */
const PLATFORM =
  /\b(?:wattpad|ao3|ff\.?net|fanfiction\.net|archive of our own|asianfanfics|quotev|royal ?road|scribble ?hub|patreon|ko-?fi)\b/i;

/** How writers name what they post. */
const OWN_STORY =
  /\b(?:this|my|first|new|short|latest|following) (?:\S+ ){0,2}?(?:story|tale|novel|book|translation|series|work|stories)\b|\bshort stor(?:y|ies)\b/i;

/** Each says a little; two of them say much. */
const CUES: readonly RegExp[] = [
  /\b(?:fan ?)?fics?\b|\bfanfiction\b|\bone[- ]?shots?\b|\bdrabbles?\b|\bsongfic\b|\bOOC\b|\bAU\b|\bOCs?\b|\bcanon\b/,
  /\b(?:this|the|next|last|my|new|first|another|every|each|short|long) (?:chapters?|chapt|update|part|fic|one-?shot|drabble|prompt|oneshot)\b/i,
  OWN_STORY,
  /\b(?:updat(?:e|es|ed|ing)|uploaded?|(?:re)?post(?:ed|ing)|published|cross-?posted|rewrote|rewritten)\b/i,
  /\b(?:reviews?|reviewed|comments?|feedback|critique|criticism|kudos|votes?|voted|upvotes?|follows?|followers|favs?|faved|subscribe|reads|remarks)\b/i,
  /\b(?:beta(?:['\u2019]?d|-?read(?:er)?)?|centric|masterlist|taglist|requested|unbeta['\u2019]?d|hiatus|sequel|prequel|wattpad|ao3|tumblr|ff\.?net|patreon|ko-?fi|discord|dreamwidth|livejournal|instagram|twitter|subreddit|sub)\b/i,
  /\p{Extended_Pictographic}(?<![\u00A9\u00AE\u2122])/u,
  PLATFORM,
  /\b(?:my|the|an?|this|second|next|first) (?:other |new )?(?:books?|blog|profile|account|bio|page)\b/i,
  /\b(?:mistakes|errors|typos|grammar|spelling)\b/i,
  /\b(?:readers?|guys|y['\u2019]?all|you all|everyone|everybody|anyone who)\b/i,
  /\bthank(?:s| you)\b/i,
  /\b(?:enjoy|hope (?:you|it|this|that)|let me know|tell me what|what (?:do )?you (?:guys )?think|be (?:kind|gentle|nice)|go easy on me|bear with me)\b/i,
  /\b(?:wrote|writ(?:e|ing|ten)|words?|pov|translat\w+|tl|editor|author|challenges?|exchange|prompts?|contests?|request(?:ed)?)\b/i,
  /\bcredits? (?:goes |go )?to\b|\b(?:imagine|headcanon|requested)s?\b/i,
  /\bsorry\b|\bapologi[sz]e/i,
  /^\W*(?:h(?:i+|ey+|ello+|iya|owdy)|welcome|ok(?:ay)? so|so+|yay|whew|greetings)\b/i,
  /(?:^|\s)(?:[:;=]['-]?[)(DPp3]|<3|x[dD]|\^_?\^|lol|haha\w*|hehe\w*|xoxo?)(?=$|[\s.!,])|~\s*$|!{2,}|\?\?/,
  /\b(?:p\.?s|btw|fyi|anyways?|tysm|imo)\b/i,
];

/** The same in other languages, by words that only notes have. */
const SURE_ABROAD: readonly RegExp[] = [
  /(?:^|[^\p{L}])(?:mi\u0142ego czytania|zapraszam (?:do|na)|na wst\u0119pie|dzi\u0119kuj\u0119 za (?:odzew|komentarz)|betuj\u0105c\p{L}{1,3}|(?:mam nadziej\u0119,? \u017Ce|\u017Cycz\u0119).{0,30}(?:spodoba|czytani)|keyifli okumalar|yorum yap\p{L}*|be\u011Fen\p{L}* (?:ve|yorum)|oy ver\p{L}*|selamat membaca|jangan lupa (?:vote|komen)|veel leesplezier|laat (?:een|je) reactie|trevlig l\u00E4sning|hoppas ni gillar|espero que (?:tenham gostado|gostem|os guste|les guste|hayan)|boa leitura|buena lectura|buona lettura|spero (?:che )?vi piac\p{L}*|bonne lecture|viel vergn\u00FCgen beim lesen)(?!\p{L})/iu,
  /(?:\u043F\u0440\u0438\u044F\u0442\u043D\u043E\u0433\u043E (?:\u0432\u0430\u043C )?(?:\u0447\u0442\u0435\u043D\u0438\u044F|\u043F\u0440\u043E\u0447\u0442\u0435\u043D\u0438\u044F)|\u0436\u0434\u0443 (?:\u0432\u0430\u0448\u0438\u0445 )?\u043E\u0442\u0437\u044B\u0432\u043E\u0432|\u043E\u0442\u0437\u044B\u0432\u044B|\u043D\u043E\u0432\u0430\u044F \u0433\u043B\u0430\u0432\u0430|\u0441\u043F\u0430\u0441\u0438\u0431\u043E \u0437\u0430 (?:\u043E\u0442\u0437\u044B\u0432|\u043F\u0440\u043E\u0447\u0442\u0435\u043D))/iu,
  /^\W*(?:(?:nota|notas|anmerkung|hinweis|bemerkung):)|\b(?:ich hoffe,? (?:dass )?(?:ihr|es|euch|sie)|(?:euch|ihnen) (?:gef\u00E4llt|gefallen)|lasst (?:mir )?(?:doch )?(?:ein|gerne|mal)|spa\u00DF beim|meine? (?:neue|erste|kleine)\w* (?:story|ff|geschichte|fanfic\w*|os)|n\u00E4chste kapitel|bis zum n\u00E4chsten|(?:este|nuevo|siguiente|pr\u00F3ximo) cap[i\u00ED]tulo|(?:esta|mi|nueva) (?:historia|novela|fic)|hasta (?:el pr\u00F3ximo|la pr\u00F3xima|luego)|les agradezco|(?:ce|nouveau|prochain|premier) chapitre|cette (?:fic\w*|histoire)|\u00E0 bient\u00F4t|vos avis|(?:este|pr\u00F3ximo|novo) cap[i\u00ED]tulo|(?:esta|minha|nova) (?:fic\w*|hist\u00F3ria)|at\u00E9 (?:o pr\u00F3ximo|a pr\u00F3xima)|(?:questo|prossimo|nuovo) capitolo|(?:questa|mia) (?:storia|fic\w*)|alla prossima|(?:ten|nowy|nast\u0119pny|kolejny) rozdzia\u0142)(?!\p{L})/iu,
  /(?<!\p{L})(?:boa leitura+|espero que (?:curtam|tenham gostado|voc\u00EAs)|bom cap[i\u00ED]tulo|espero que (?:gostem|os|les|te|vos)|gracias por (?:leer|sus|los|el apoyo)|no olviden|voten|vot[ae]d|coment[ae]n|nos vemos en el pr[o\u00F3]ximo|bonne lecture|j['\u2019]esp\u00E8re que (?:vous|cela vous|\u00E7a vous|ce chapitre)|n['\u2019]h\u00E9sitez pas \u00E0|laissez[- ](?:moi )?(?:un|vos|des)|me pertenecen?|m['\u2019]appartien\p{L}+|geh\u00F6r(?:en|t) (?:nicht )?mir|reviews?,? kritik|viel spa(?:\u00DF|ss)(?: beim lesen)?|\u00FCber (?:reviews|kommis?|kommentare)|liebe gr\u00FC(?:\u00DF|ss)e|meine erste (?:fan)?(?:fiction|ff|geschichte)|buona lettura|spero (?:che )?(?:vi|ti) piaccia|fatemi sapere|mi\u0142ego czytania|zapraszam do czytania|zostaw(?:cie)? (?:gwiazdk|komentarz)\p{L}*|keyifli okumalar|[i\u0130]yi okumalar|okudu\u011Funuz i\u00E7in|bol bol yorum|oy verme\p{L}*|oy ve yorum\p{L}*|umar\u0131m (?:ho\u015Funuza|be\u011Fen|sever)\p{L}*|yeni b\u00F6l\u00FCm\p{L}*|umar\u0131m be\u011Fenirsiniz|yorumlar\u0131n\u0131z\p{L}*|selamat membaca|happy reading|jangan lupa (?:beri |kasih |untuk |di)?(?:vote|comment|komen|like|follow|bintang)|salah ketik|terima kasih (?:sudah|yang|udah)|veel leesplezier|trevlig l\u00E4sning)(?!\p{L})/iu,
  /\u6295\u7968|\u6C42\u6536\u85CF|\u6C42\u63A8\u8350|\u611F\u60F3\u304A\u5F85\u3061|\u8AAD\u3093\u3067\u304F\u3060\u3055\u3063\u3066|\u3042\u3068\u304C\u304D|\u304A\u6C17\u306B\u5165\u308A/u,
];

/** What nobody says to anybody but readers. */
const SURE: readonly RegExp[] = [
  ...SURE_ABROAD,
  /^[^\p{L}]*(?:(?:please )?(?:r&r|read (?:&|and) review)\b|reviews? (?:are|is|feed|make) \p{L}+|(?:comments?|kudos)(?: (?:and|&) (?:comments?|kudos))? (?:are|make|mean))/iu,
  /^\P{L}*(?:(?:why|well|oh|so),? )?(?:h(?:i+|ey+|ello+|iya|ola+|ai|al+o+|all\u00F6(?:chen)?|uhu)|welcome(?: back)?|merhaba\p{L}*|selam\p{L}*|sveiki|hej(?:ka)?|ol\u00E1+|oi+|boa (?:noite|tarde)|bom dia|salut|coucou|bonjour|bonsoir|ciao|salve|liebe?|buenas|\u043F\u0440\u0438\u0432\u0435\u0442|\u0432\u0441\u0435\u043C \u043F\u0440\u0438\u0432\u0435\u0442)[\s,!]+(?:(?:again|there)[\s,!]+)?(?:to |mes |meine? |my |liebe |a )?(?:everyone|everybody|all|guys|readers?|friends?|besties|folks|y['\u2019]?all|people|lovelies|pe(?:ssoal|ssoas)|povo|gente|tod[oa]s|chic[oa]s|leute|leser\p{L}*|ihr lieben|zusammen|tout le monde|\u00E0 tou(?:s|tes)|tutti|arkada\u015Flar|canlar|herkese|semua\p{L}*|\u0432\u0441\u0435\u043C|\u0434\u043E\u0440\u043E\u0433\u0438\u0435)(?!\p{L})/iu,
  /^\P{L}*welcome (?:back |again )?to (?:this|the|my|another|chapter|week|day)\b/iu,
  /^\W*(?:he(?:y){2,}|hi{2,}|ta+da+)\p{L}*[\s!]|^herkese merhaba/iu,
  /\b(?:hope|hoping) (?:that )?(?:you(?:['\u2019]ll| will| all| guys)?|y['\u2019]?all|everyone|somebody)\b.{0,30}\b(?:enjoy|like|love)/i,
  /\b(?:first|1st) (?:\S+ ){0,3}?(?:time (?:\S+ ){0,2}?(?:writing|posting)|(?:thing|story|post|fic|tale|work|one-?shot|chapter|book)\b.{0,40}\b(?:here|on (?:this|here|wattpad|ao3)|ever|post\w*|without|be gentle|sub\b|in an? (?:long|while|few|year)))/i,
  /\b(?:first|mother|native) (?:language|tongue)\b/i,
  /\b(?:please|don['\u2019]?t forget to|remember to|make sure to|feel free to) (?:\S+ ){0,3}?(?:vote|comment|review|r&r|rate|follow|like|share|subscribe|(?:leave )?(?:a|your|some) (?:\S+ )?(?:comment|review|kudos|feedback|vote)s?)\b(?=[^\p{L}]*$|[ ,!.]*(?:and (?:tell|let|vote|comment|share|follow|review)|if you|please|below|down|for|it|this|or)\b|[.!?,])/iu,
  /\b(?:feedback|reviews?|comments?|remarks|criticism|critique)\b.{0,40}\b(?:welcome|appreciated|love[d]?|appreciate)|\b(?:love|want|appreciate) (?:\S+ ){0,3}?(?:feedback|reviews|comments)\b/i,
  /\b(?:thanks?|thank you|thankyou)(?: (?:so|very) much| all| everyone| guys)* (?:for (?:the |all |your |everyone |all your )*(?:reads|reading|coming by|stopping by|visiting|reviews?|comments?|votes?|support|follow\w*|upvotes|love on|patience|warm words|feedback)|to (?:everyone|all|those|my beta|all of you)|everyone)\b/i,
  /\b(?:the )?(?:next|new) (?:chapter|part|update) (?:is|on|will|should|comes|coming|in|as soon)|\bwill (?:be )?(?:update|post|upload)\w*/i,
  /\bI (?:wrote|rewrote|started|posted) (?:this|it|most of it|the)\b(?: to\b|.{0,60}(?:for|on|in|while|when|because|challenge))|\bthis (?:story|chapter|fic|one-?shot|drabble|tale) (?:was|is|has been) (?:\S+ )?(?:written|inspired|based|a response|dedicated)/i,
  /\b(?:challenge|prompt)\b.{0,80}\b(?:words|inspired|submitted|photo|response|flash fiction)|\b\d{2,5} words\b.{0,80}\b(?:challenge|fiction|for)\b/i,
  /^[^\p{L}]*(?:so,? )?(?:enjoy|let ?me know|how(?:['\u2019]d| did) I do|r ?& ?r|review|please review|thoughts|comments)\b[^\p{L}]*$/iu,
  /\blemme know\b|\blet me know (?:what|if|how|in)\b|\bwhat did you (?:guys )?think\b/i,
  /\bhere(?:['\u2019]?s| is) my (?:take|entry|story|contribution|attempt|response|piece|first|submission)\b|\bthis (?:week|month)['\u2019]s (?:prompt|challenge|photo|theme|word)\b|\bthanks go(?:es)? (?:out )?to\b|\bthanks (?:to|for) \S.{0,40}\bfor (?:hosting|the (?:photo|prompt|picture|image))\b|\bauthor['\u2019]s notes?\b|\b(?:to read|for) (?:more|other|the other)\b.{0,50}\b(?:stories|entries|posts)\b.{0,30}\b(?:on|based on|from|for|in)\b.{0,20}\b(?:prompt|photo|picture|challenge)\b|\bdedicated to @?\S+.{0,40}\b(?:check|read|follow)|\b(?:so )?(?:a )?heads up\b.{0,40}\b(?:chapter|update|story)/iu,
  /\bI (?:decided|chose|wanted|tried) to (?:do|make|write|post|start) (?:an?|the|this|my) (?:\S+ )?(?:translation|fic|rewrite|sequel|one-?shot)\b/i,
  /\b(?:first|originally) (?:published|appeared|printed|posted) (?:in|on|at|by)\b|\bbuy(?:ing)? me a (?:coffee|ko-?fi)\b|\bif you (?:liked|enjoyed|like|enjoy) (?:this|the|my) (?:story|chapter|post|fic|work)/i,
  /\bfor your (?:reading )?(?:pleasure|enjoyment)\b|\bI(?:['\u2019]m| am|['\u2019]ve been)(?: also)? (?:posting|sharing|uploading|publishing|reposting) (?:\S+ ){1,4}?(?:stor(?:y|ies)|chapters?|fics?|fiction|drabbles?|one-?shots?|novel|serial)\b/i,
  /\bguest post\b|\bsneak peek\b|\bshort story I['\u2019]m working on\b|\bfind me (?:on|at)\b|\b(?:happy|good|enjoy (?:the|your)) reading\b|\bon with the (?:story|chapter|show|fic)\b/i,
  /\b(?:follow|read|check out|find) (?:me|more|the rest|my)\b.{0,40}\b(?:on|at|here)\b|\bI (?:do not|don['\u2019]?t) own\b/i,
  // Of the text itself: the story that somebody wrote, found again, or has in mind.
  /\bI(?:['\u2019]ve| have| had|['\u2019]d)? (?:just )?(?:wrote|written|finished|started|found|dug up|came up with) (?:this|another|these|some|(?:an?|the|my) (?:short|little|quick|small|new|flash|tiny|first|next|last|handful of)) (?:\S+ ){0,3}?(?:stor(?:y|ies)|fics?|fiction|one-?shots?|drabbles?|chapters?|ficlets?|piece of (?:writing|fiction))\b/i,
  /\b(?:this|it|here['\u2019]s|here is|this is) (?:is )?(?:an?|the|my|another) (?:\S+ ){0,2}?(?:stor(?:y|ies)|fic|one-?shot|drabble|chapter|ficlet|oneshot)\b.{0,40}\b(?:I|we) (?:wrote|['\u2019]?ve|have|did|had|started|came up|posted)/i,
  /\b(?:bit|piece|work|snippet) of (?:fan ?)?fic(?:tion)?\b|\b(?:first|last|next|second) (?:story|chapter|part|one) I (?:wrote|posted|finished)\b/i,
  /\b(?:those|all|any|some|everyone|anyone) (?:of you )?who(?:['\u2019]ve| have| are|['\u2019]re)? (?:been )?(?:read(?:ing)?|wait(?:ed|ing)|follow(?:ed|ing)?|comment\w*|review\w*|vot\w+|support\w*)\b/i,
  /\bif you(?:['\u2019]re| are) (?:reading this (?:on|story|book|chapter|fic|anywhere)|still (?:reading|interested|here))|\b(?:reading|read) (?:a )?(?:pirated|stolen|unedited|raw) (?:version|copy)\b/i,
  /\b(?:can['\u2019]t|cannot) believe (?:that )?(?:this|the|my) (?:story|book|fic|fanfic|series|ride|journey)(?:['\u2019]s| is| has)\b|\b(?:this|the) (?:story|book|fic|series) is (?:now )?(?:over|done|finished|complete|on hiatus|up for)/i,
  /\b(?:bonus|deleted|extra) (?:scene|chapter|part)s?\b|\bspin-?offs?\b|\bstay tuned\b|\b(?:see|catch) (?:you|ya|y['\u2019]all)(?: all| guys)? (?:next|soon|in the next|again|then|around|at the)\b|\buntil next (?:time|week|chapter)\b/i,
  /^\W*(?:(?:side|quick|small|short|important|little|final|last|one (?:last|final|quick)|just a(?: quick| small| short| little)?) (?:note|reminder|announcement|update|notice|heads up))\b/i,
  /\blet me know (?:if|what|how|in|your)\b|\b(?:tell|show) me (?:what|how|your|in the)\b.{0,30}\b(?:think|thoughts|liked?|comments?|reviews?)\b/i,
  /\b(?:join|check out|visit|like|follow|bookmark|support|subscribe to) (?:the|my|our|us on|me on) (?:\S+ ){0,2}?(?:page|group|discord|server|patreon|wiki|blog|profile|channel|other (?:stor|fic|work|book)\w*|newsletter|website)\b/i,
  /\b(?:fun fact|title (?:is )?(?:from|comes from|taken from|a (?:saying|quot\w+|line|lyric) (?:by|from))|lyrics (?:are )?(?:from|by)|(?:inspired|prompted) by (?:the|an?|this|my) (?:\S+ ){0,3}?(?:song|photo|prompt|picture|movie|film|show|episode|challenge|book|anime|poem|word)s?)\b/iu,
  /\b(?:updates?|chapters?|posts?|new parts?) (?:will be |are |is |come |go )?(?:up |posted |out )?(?:every|each|on|twice a|once a) (?:other )?(?:week|day|month|mon|tues|wednes|thurs|fri|satur|sun|few)/i,
  /\b(?:english|german|french|spanish|\p{Lu}\p{Ll}+ish) (?:is|isn['\u2019]t) (?:not )?my (?:first|second|third|native|main|mother)\b|\b(?:excuse|forgive|sorry for|ignore|point out|notice|spot) (?:me |my |the |any |all |if there are )*(?:mistakes|errors|typos|grammar|spelling)/iu,
  /^@[\p{L}\p{N}_-]{3,30}, /u,
  /\b(?:this|the) (?:story|fic|serial|series) (?:is|has|runs to|spans|contains) .{0,80}\b[\d,]+ (?:words|chapters|updates|parts)\b/i,
  /\bI(?:['\u2019](?:ve|ll|m)| have| will| am)? (?:just |finally )?(?:decided to|going to|thought I(?:['\u2019]d| would)) (?:post|share|upload|publish|put up) (?:\S+ ){0,3}?(?:stor(?:y|ies)|chapters?|fics?|drabbles?|one-?shots?|parts?|pieces?)\b/i,
  /\b(?:below|above|following) is (?:my|the|a) (?:\S+ )?(?:stor(?:y|ies)|fic|fiction|drabble|entry|piece|chapter)\b|\b\d{2,4}-word (?:stor(?:y|ies)|fiction|drabbles?) (?:based|inspired|written|from|for)\b|\btime for (?:another|my|this|a new|the next) (?:\S+ ){0,3}?(?:stor(?:y|ies)|post|chapter|update|drabble|prompt|challenge)\b/i,
  /\bhere(?:['\u2019]s| is| are) (?:the|an?|your|my) (?:\S+ ){0,2}?(?:stor(?:y|ies)|chapters?|updates?|one-?shots?|parts?|fics?)\b/i,
];

/** Words of other languages that people who post a story speak of it with; each says something. */
const ABROAD =
  /(?<!\p{L})(?:merhaba\p{L}*|selam\p{L}*|yaz(?:ar|d\u0131m|\u0131yorum|arken)\p{L}*|kurgu\p{L}*|be\u011Fen\p{L}*|ithaf|okuyo\p{L}*|wattpad\p{L}*|lanjut\p{L}*|typo|teman-teman|semoga|wkwk\p{L}*|annyeong|leyendo|personajes|ustedes|lectura|lecturas|voc\u00EAs|pessoal|enredo|personagens|obrigad[oa]s?|desculpem?|gracias|perd\u00F3n|disculpen|merci|d\u00E9sol\u00E9e?s?|vous|auteure?|traduction|publier|lire|lirez|hoffe|viel spa\u00DF|euch|danke|schreib\p{L}*|ver\u00F6ffentlich\p{L}*|grazie|scusate|spero|traduzione|pubblic\p{L}*|dzi\u0119k\p{L}*|przepraszam|te\u015Fekk\u00FCr\p{L}*|arkada\u015Flar|canlar|ilgi|makasih|terima kasih|maaf|kalian|salamat|\u0441\u043F\u0430\u0441\u0438\u0431\u043E|\u0432\u0441\u0435\u043C|\u043E\u0442\u0437\u044B\u0432\p{L}*|\u0447\u0438\u0442\u0430\u0442\p{L}*|\u0444\u0438\u043A\p{L}*|cap[i\u00ED]tulos?|historia|(?:micro|nano)?(?:relatos?|cuentos?)|kurzgeschichten?|leer|lectoras?|lectores|votos?|comentarios?|publicar|hist\u00F3ria|leitor[ae]s|postar|chapitres?|lecteurs?|histoire|commentaires?|kapitel\p{L}*|geschichte|ff|os|leser|kommentare?|kritik|capitolo|storia|lettori|recensioni|rozdzia\u0142\p{L}*|opowiadani\p{L}*|czyta\p{L}*|komentarz\p{L}*|b\u00F6l\u00FCm\p{L}*|hik[a\u00E2]ye\p{L}*|oku(?:ma|yun|ya|yu)\p{L}*|yorum\p{L}*|bab|cerita|baca|komen\p{L}*|pembaca|\u0433\u043B\u0430\u0432\p{L}*|\u0444\u0430\u043D\u0444\u0438\u043A\p{L}*|\u0447\u0438\u0442\u0430\u0442\u0435\u043B\p{L}*|\u0430\u0432\u0442\u043E\u0440\p{L}*)(?!\p{L})/giu;

const ONE_ABROAD = new RegExp(ABROAD.source, 'iu');

/** Who speaks of themselves or to somebody. */
export const PERSON =
  /(?<!\p{L})(?:I|I['\u2019]\p{Ll}+|me|my|you|your|we|our|us|je|j['\u2019]\p{L}+|moi|mon|mes|vous|vos|votre|ich|mich|mir|mein\p{L}*|ihr|euch|eure?\p{L}*|yo|mis|nos|ustedes|eu|meu|minha|voc\u00EAs?|io|mio|mia|voi|bana|bence|size|sizin|aku|saya|kalian|mnie|wam|wasz\p{L}*|\u044F|\u043C\u043D\u0435|\u043C\u043E\u0439|\u0432\u044B|\u0432\u0430\u0441|\u0432\u0430\u043C|\u0432\u0430\u0448\u0438?)(?!\p{L})/iu;
/** Speech and its tag, which a note has not. */
const SPEECH =
  /^["\u201C\u2018\u00AB\u300C\u201E\u201A]|^\u00BB\p{Lu}|^[\u2014\u2013\u2015-]\s?[\u201E\u201C\u00AB]?\p{Lu}(?!.*\p{L}-$)|[,.!?\u2026]["\u201D\u00BB\u201C\u00AB](?:\s|$)/u;

/** Who says it, after a comma, as no note has it: `…, said the note.`; a diary's date. */
const TOLD =
  /, ?(?:said|says|asked|replied|whispered|shouted|muttered) (?:the|an?|my|his|her|our|I|he|she|they|it|\p{Lu}\p{L}+)\b|, (?:I|he|she|they|it|the \p{L}+) (?:said|says|asked|replied|whispered|shouted|muttered|wrote back)\b|\bsaid:|^\P{L}*(?:dear diary|(?:day|entry|log|log entry) \d+[.:])|\bin (?:this|my|the|a) (?:journal|diary|notebook|logbook)\b/iu;

/** Whether somebody speaks in a line, as people of a story do. */
export const isSpeech = (text: string): boolean => SPEECH.test(text);

/** The longest paragraph that is looked at for words to readers, in characters. */
const LONGEST = 3000;

/** What turns to somebody. */
const ADDRESS =
  /(?<!\p{L})(?:you|your|yours|y['\u2019]?all|ya|guys|everyone|everybody|anyone|friends|please|pls|plz|thanks?|thx|sorry|enjoy\p{L}*|hop(?:e|ing)|let me know|hi+|hey+|hello+|welcome|lol|haha\p{L}*|this (?:is|was|chapter|fic|story|one|part)|here['\u2019]?s?|vous|votre|vos|merci|euch|ihr|eure?\p{L}*|danke|hoffe|ustedes|les|os|gracias|espero|voc\u00EAs|obrigad[oa]s?|vi|voi|grazie|siz\p{L}*|kalian|makasih|\u0432\u0430\u0441|\u0432\u0430\u043C|\u0441\u043F\u0430\u0441\u0438\u0431\u043E)(?!\p{L})|[:;=]['-]?[)(DPp3]|<3|\^_?\^|~\s*$|!{2,}/iu;
/** A paragraph up to this long, in characters, has no words by chance. */
const SHORT = 100;
export const OTHERS = /\b(?:s?he|her|his|him|they|their)\b/i;

/** Whether a line has any word that notes have. */
export const mayBeOfNote = remembered(
  (text) =>
    text.length < LONGEST &&
    !isSpeech(text) &&
    !PERFORMER.test(text) &&
    [...SURE, ...CUES, ONE_ABROAD].some((form) => form.test(text)),
);

/** Whether a line says what nobody says to anybody but readers. */
export const speaksToReaders = remembered(
  (text) =>
    text.length < LONGEST &&
    !isSpeech(text) &&
    !PERFORMER.test(text) &&
    isOfPosting(text) &&
    !TOLD.test(text) &&
    SURE.some((form) => form.test(text)),
);

/** What is not the author's: the characters, the world. */
const OWNS =
  /\bI (?:do not|don['\u2019]?t|sadly) own (?:any|nothing|them\b|anything|\p{Lu}|(?:the |these |those |this |most |all |of )*(?:characters?|rights?|lyrics|songs?|world|series|franchise|show|story|plot|books?|pictures?|images?|art)\b)/u;

/**
 * Words of those who post stories and of their sites. Who tells a story, writes a diary or leaves a letter hopes that
 * somebody likes it and thanks for reading too, but has none of these.
 */
const POSTING: readonly RegExp[] = [
  /\b(?:fan ?)?fic(?:s|let|lets|wri\w+)?\b|\bfan ?fiction|\bone[- ]?shots?\b|\bdrabbles?\b|\bsongfic\b|\bOOC\b|\bAU\b|\bOCs?\b|\bcanon\b|\bheadcanons?\b|\bPOV\b/,
  /\b(?:kudos|r ?& ?r|review(?:s|ed|ers?|ing)?|feedback|criti(?:que|cisms?)|(?:up)?vot(?:e[sd]?|ing)|followers|favs?|faved|subscri\w+|beta\w*|unbeta\w*|comment(?:s|ed|ing|ers?)?|masterlist|taglist|requests?|requested|hiatus|sequel|prequel|spoilers?|typos?|cross-?posted|uploaded?|uploading|reposted|post(?:ed|ing)(?! (?:the|a|my|his|her|it|your) (?:letters?|cards?|parcels?|notes?|guards?))|updat(?:e|es|ed|ing)|disclaimer|trigger warnings?)\b/i,
  /\b(?:wattpad|ao3|tumblr|ff\.?net|fanfiction\.net|archive of our own|asianfanfics|quotev|royal ?road|scribble ?hub|patreon|ko-?fi|discord|dreamwidth|livejournal|instagram|twitter|facebook|reddit|subreddit|youtube|google|amazon|kindle|newsletter|blog\w*|website|smashwords|webnovel|deviantart|medium|substack|podcast)\b/i,
  /\b(?:prompt(?:s|ed)?|challenges?|contests?|giveaway|exchange|flash fiction|micro ?fiction|word ?count|\d[\d,]* words|short stor(?:y|ies)|fan ?art|anthology|magazine|copyright\w*|rights reserved|buy(?:ing)? me a coffee|here(?:['\u2019]?s| is) (?:\S+ ){1,3}(?:story|piece) (?:I|we)|here(?:['\u2019]?s| is) my (?:take|entry|contribution|attempt|response|submission)|(?:stopping|coming) by|word stor(?:y|ies)|this (?:week|month)['\u2019]s|remarks|(?:the )?title (?:is|was|sounds|comes|might|may)|at (?:describing|descriptions?|making descriptions?|summaries|titles|dialogues?|writing)|salah ketik)\b/i,
  /\b(?:post|upload) (?:the|this|my|an?) (?:\S+ )?(?:chapters?|stor(?:y|ies)|fics?|novel|book)\b/i,
  /\b(?:translat(?:ed|ion|or|ing)s?|proof-?read\w*|illustrated by|guest post)\b/i,
  /\b(?:first|originally) (?:published|appeared)\b/i,
  /\b(?:this|the|next|last|new|first|another|every|each|previous|bonus|short|long|final) (?:chapters?|chapt|instal+ments?)\b(?! (?:of|in) (?:my|our|his|her|their|your|the|life|a|an)\b| (?:is|was|will be) (?:yours|mine|ours))/i,
  /\b(?:my|first|1st) (?:\S+ ){0,2}?(?:time (?:\S+ ){0,2}?writing|post\b)|\bon (?:here|this (?:site|sub|app|platform))\b|\b(?:not|isn['\u2019]t) my (?:first|native|main) (?:language|tongue)\b|\b(?:first|mother|native) (?:language|tongue)\b|\bgrammar\b|\bspelling\b/i,
  /\b(?:hey+|hi+|hello|welcome) (?:back |again |to |my |all )*(?:guys|readers?|lovelies)\b|\bdear readers\b|\bhappy reading\b|\bstay tuned\b|\byou guys\b/i,
  /(?:^|\s)(?:[:;=]['-]?[)(DPp3]|<3|x[dD]|\^_?\^|lol|lmao|haha\w*|hehe\w*|xoxo?)(?=$|[\s.!,])|~\s*$|!{2,}|\?\?|\p{Extended_Pictographic}(?<![\u00A9\u00AE\u2122])/u,
  OWNS,
  /\b(?:p\.?s\.?[:,. ]|btw|fyi|tysm|imo|idk|tbh)(?=\s|$)/i,
];

/**
 * Whether a short line speaks to readers in no more than one word of those who post: `Please leave a review.`, which
 * stands on a door too.
 */
export const isThin = remembered(
  (text) =>
    text.length <= THIN &&
    [OWN_STORY, THANKS, ...POSTING].filter((form) => form.test(text)).length < 2 &&
    ![PLATFORM, ...SURE_ABROAD].some((form) => form.test(text)),
);
const THIN = 80;
const THANKS = /\bthank(?:s| ?you)\b.{0,40}\bread(?:s|ing|ers?)\b/i;

/** Whether a line has a word of those who post stories. */
const isOfPosting = remembered((text) =>
  [ONE_ABROAD, ...SURE_ABROAD, ...POSTING].some((form) => form.test(text)),
);

/** How much a line speaks to its story's readers: 0 not at all, 2 and more surely. */
export const wordsToReaders = remembered(readerWords);

/** What a line weighs that says what notes say, in words that people in stories have too. */
const UNSURE = 1.5;

/** Who speaks to those who listen or watch, in a story. */
const PERFORMER =
  /\b(?:my channel|your host|ladies and gentlemen|listeners|viewers|on (?:the )?air|radio)\b/i;

function readerWords(text: string): number {
  if (text.length > LONGEST || isSpeech(text) || PERFORMER.test(text)) return 0;
  const sure = SURE.filter((form) => form.test(text)).length;
  const cues = CUES.filter((form) => form.test(text)).length;
  // A long paragraph has many words, and some of them by chance.
  const abroad = new Set(text.toLowerCase().match(ABROAD)).size;
  const many = Math.max(0, cues + abroad - 1) / (1 + Math.max(0, text.length - SHORT) / 400);
  // Who speaks to nobody, or tells of others and not of themselves, tells a story, be it of writers and readers.
  const isTale = !ADDRESS.test(text) || (OTHERS.test(text) && !PERSON.test(text));
  const weight = sure * 2 + (isTale ? Math.max(0, many - 2) : many);
  return isOfPosting(text) && !TOLD.test(text) ? weight : Math.min(weight, UNSURE);
}
