package org.gridclear.settlement.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Data that are to be verified (U-01), and those of them that an account accepted: {@code
 * accepted.csv}. What is accepted is a value, so another value is to be verified again.
 */
public final class AcceptedData {
  /** Columns of the file. */
  public static final List<String> COLUMNS =
      List.of("file", "rule", "element", "field", "value", "who", "time", "reason");

  private final Set<List<String>> accepted = new HashSet<>();

  /** What was accepted in a folder. */
  public AcceptedData(InputFiles files, String path, IssueLog log) {
    for (CsvTable.Row row :
        CsvTable.read(files, path, false, log, List.of(), COLUMNS.toArray(String[]::new)).rows()) {
      accepted.add(COLUMNS.stream().limit(5).map(row::text).toList());
    }
  }

  /** The cells that say what an issue is about. */
  public static List<String> subject(Issue issue) {
    return List.of(issue.file(), issue.rule().id(), issue.element(), issue.field(), issue.value());
  }

  /**
   * Whether an issue is about data that an account has to accept: something stands in for data, a
   * contract is withheld, or energy cannot be true. No bill is made from them until then.
   */
  public static boolean toBeVerified(Issue issue) {
    return issue.rule() == Rule.SUBSTITUTED
        || issue.rule() == Rule.CONTRACT_SETTLED
        || issue.rule() == Rule.PLAUSIBLE;
  }

  /** Whether it is about data that nobody has to look at any more. */
  public boolean has(Issue issue) {
    return toBeVerified(issue) && accepted.contains(subject(issue));
  }
}
