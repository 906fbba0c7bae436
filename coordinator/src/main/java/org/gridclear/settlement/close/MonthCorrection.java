package org.gridclear.settlement.close;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridclear.settlement.correction.Action;
import org.gridclear.settlement.correction.Change;
import org.gridclear.settlement.correction.Correction;
import org.gridclear.settlement.folder.EditedFiles;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.RuleRegister;

/**
 * What a correction of a close is made of: the close it follows, that close's own inputs with the
 * correction merged into them, and the days that it can change. Nothing is read from the live
 * folder.
 *
 * @param previous the close that it follows
 * @param source inputs with the correction
 * @param days days to be read again
 * @param place where it comes from, for a person
 * @param merged what it changed
 */
public record MonthCorrection(
    CloseFolder previous,
    SettlementSource source,
    List<Integer> days,
    String place,
    Correction.Merged merged) {
  /** Name of the table of changed inputs in the folder of a correction. */
  static final String TABLE = "corrections.csv";

  /**
   * A correction of delivered files.
   *
   * @param folder folder with the corrected rows
   * @throws org.gridclear.validate.InvalidInputException with every issue
   */
  public static MonthCorrection ofFiles(CloseFolder previous, Path folder) {
    InputFiles files = files(folder);
    Correction.Merged merged = Correction.merge(previous.files(), files, previous.month());
    return of(previous, files.place(), merged);
  }

  /** Dates that a correction of delivered files names. */
  public static List<LocalDate> dates(CloseFolder previous, Path folder) {
    return Correction.dates(files(folder), previous.month());
  }

  private static InputFiles files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "There is no folder %s; name the one with the corrected rows.".formatted(folder));
    }
    return new FolderFiles(folder.toAbsolutePath().normalize());
  }

  /**
   * A correction of the rule book, which is a step by itself.
   *
   * @param text the book
   * @throws IllegalArgumentException if nobody approved it
   */
  public static MonthCorrection ofBook(CloseFolder previous, String text, String place) {
    Path live = Path.of(previous.record().source());
    if (!new RuleRegister(live).approved(text)) {
      throw new IllegalArgumentException(
          "%s has no approval of this book in rules.csv; propose and approve it with 'settle rules'."
              .formatted(live));
    }
    SettlementSource before = SettlementReader.open(previous.files());
    String path =
        before.bookPath().equals(RuleBookReader.BUILT_IN) ? "rules.yaml" : before.bookPath();
    String old = new String(before.common().get(before.bookPath()), StandardCharsets.UTF_8);
    Change change =
        new Change(
            path,
            "rule book",
            "text",
            Action.REPLACE,
            RuleRegister.hash(old),
            RuleRegister.hash(text));
    return of(
        previous,
        place,
        new Correction.Merged(
            Map.of(path, text.getBytes(StandardCharsets.UTF_8)), List.of(change)));
  }

  private static MonthCorrection of(CloseFolder previous, String place, Correction.Merged merged) {
    InputFiles files = new EditedFiles(previous.files(), merged.files());
    SettlementSource source = SettlementReader.open(files).upTo(previous.month().days());
    return new MonthCorrection(previous, source, days(previous, merged, source), place, merged);
  }

  /**
   * Days whose blocks a change can reach: its own day, the next one, whose starts depend on it; all
   * where what holds for all days was changed, where a day looks at others, or where something was
   * to be verified, which is said day by day.
   */
  private static List<Integer> days(
      CloseFolder previous, Correction.Merged merged, SettlementSource source) {
    int last = previous.month().days();
    LocalDate first = previous.month().date(1);
    TreeSet<Integer> days = new TreeSet<>();
    for (String path : merged.files().keySet()) {
      if (!path.startsWith("days/") || source.daysLookAtOthers() || !previous.record().billable()) {
        return IntStream.rangeClosed(1, last).boxed().toList();
      }
      LocalDate date = LocalDate.parse(path.split("/")[1]);
      int day = (int) ChronoUnit.DAYS.between(first, date) + 1;
      days.add(day);
      days.add(day + 1);
    }
    return days.stream().filter(day -> day >= 1 && day <= last).toList();
  }

  /**
   * The last version of a month.
   *
   * @param close any version
   * @return the last one, which is {@code close} itself if it has no successor
   * @throws org.gridclear.file.DamagedFileException if a folder holds another close than the one
   *     that its predecessor names
   */
  public static CloseFolder last(CloseFolder close) {
    CloseFolder last = close;
    try {
      for (Optional<Successor> next = Successor.of(close.path());
          next.isPresent();
          next = Successor.of(last.path())) {
        CloseFolder following = next.get().open();
        closeOther(last, close);
        last = following;
      }
      return last;
    } catch (RuntimeException e) {
      closeOther(last, close);
      throw e;
    }
  }

  private static void closeOther(CloseFolder version, CloseFolder close) {
    if (version != close) {
      version.close();
    }
  }

  /**
   * Refuses a correction that was written against an earlier version and names something that a
   * later version changed.
   *
   * @param close the version that it was written against
   * @throws IllegalArgumentException naming the first keys that both change
   */
  public void refuseConflicts(CloseFolder close) {
    TreeSet<String> keys = merged.keys();
    TreeSet<String> both = new TreeSet<>();
    CloseFolder each = previous;
    while (!each.seal().hash().equals(close.seal().hash())) {
      TreeSet<String> later = Correction.keys(each.seal().content(TABLE));
      later.retainAll(keys);
      both.addAll(later);
      each = each.previous().orElseThrow();
    }
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(
          "%d values were changed by a later version too, such as %s; write the correction against %s."
              .formatted(both.size(), both.first(), previous.path()));
    }
  }

  /** Names the successor of the close, once everything of it is written. */
  public void claim(Path target, Seal seal) {
    Successor.claim(previous.path(), target, seal.hash());
  }

  /** Takes the claim back if the folder could not be put into its place. */
  public void release() throws IOException {
    Successor.release(previous.path());
  }
}
