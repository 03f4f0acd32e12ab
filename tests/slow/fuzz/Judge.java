import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Locale;

/**
 * The official EPUBCheck over many books in one Java: it reads the path of a book a line, and answers each with a line
 * for every warning and error, `ID<TAB>where<TAB>words`, and then an empty line. A Java and its schemas take two
 * seconds to start; a small book takes a few hundredths.
 */
public class Judge {
  /** Findings as lines. */
  static class Lines extends MasterReport {
    private final PrintStream out;

    Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    public void message(Message message, EPUBLocation at, Object... given) {
      Severity severity = message.getSeverity();
      if (severity != Severity.FATAL && severity != Severity.ERROR && severity != Severity.WARNING) return;
      String where = at == null ? "" : at.getPath() + ":" + at.getLine() + ":" + at.getColumn();
      String words = message.getMessage(given).replaceAll("\\s+", " ");
      out.print(message.getID() + "\t" + where + "\t" + words + "\n");
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {}

    @Override
    public void initialize() {}

    @Override
    public int generate() {
      return 0;
    }
  }

  public static void main(String[] none) throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    // What EPUBCheck itself prints is no answer.
    System.setOut(System.err);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String path = in.readLine(); path != null; path = in.readLine()) {
      try {
        new EpubCheck(new File(path), new Lines(out)).doValidate();
      } catch (Throwable fault) {
        out.print("THROWN\t\t" + String.valueOf(fault).replaceAll("\\s+", " ") + "\n");
      }
      out.print("\n");
      out.flush();
    }
  }
}
