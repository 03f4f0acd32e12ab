/** Greek. */
import { EM_DASH, language, NO_BREAK_SPACE, SPACED_EN, words } from './language.js';

export const el = language('el', {
  dash: SPACED_EN,
  dialogue: `${EM_DASH}${NO_BREAK_SPACE}`,
  elisions: {
    head: words('ς ναι να τα το τον την μαι σαι ρθω ρθει ρθε λα λεγε χω χεις χει κανε πε πα ταν'),
    tail: words(`
      σ μ τ θ ν κι γι απ αλλ επ μετ παρ υπ αφ εφ καθ κατ αντ δι ουτ μητ όλ μέσ τίποτ πάρ φέρ κάν άσ δώσ κόψ ώσπ
      είν ήταν πού έν
    `),
  },
  bound: 'κ. κ.κ. κα δρ. καθ. αγ. σ. σελ. κεφ. αρ. τόμ. §',
  ranges: 'σ. σσ. σελ. κεφ. αρ.',
  terms: {
    aboutTheAuthor: 'Για τον συγγραφέα',
    aboutTheAuthors: 'Για τους συγγραφείς',
    acknowledgments: 'Ευχαριστίες',
    afterword: 'Επίμετρο',
    alsoBy: 'Του ίδιου συγγραφέα',
    appendix: 'Παράρτημα',
    backToText: 'Επιστροφή στο κείμενο',
    bibliography: 'Βιβλιογραφία',
    by: 'του',
    chapter: 'Κεφάλαιο',
    colophon: 'Κολοφώνας',
    contents: 'Περιεχόμενα',
    cover: 'Εξώφυλλο',
    credits: 'Συντελεστές',
    dedication: 'Αφιέρωση',
    editedBy: 'επιμέλεια',
    epigraph: 'Μότο',
    epilogue: 'Επίλογος',
    foreword: 'Πρόλογος του εκδότη',
    glossary: 'Γλωσσάριο',
    halfTitle: 'Ψευδότιτλος',
    imprint: 'Στοιχεία έκδοσης',
    interlude: 'Ιντερλούδιο',
    introduction: 'Εισαγωγή',
    landmarks: 'Ορόσημα',
    note: 'Σημείωση',
    notes: 'Σημειώσεις',
    pageList: 'Σελίδες',
    part: 'Μέρος',
    preface: 'Προλεγόμενα',
    prologue: 'Πρόλογος',
    sceneBreak: 'Αλλαγή σκηνής',
    start: 'Αρχή του κειμένου',
    titlePage: 'Σελίδα τίτλου',
  },
});
