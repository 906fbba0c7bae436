package org.gridclear.settlement.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.settlement.folder.AcceptedData;
import org.gridclear.validate.Issue;

/**
 * Accounts accept data that stand in for missing ones or are not plausible (U-01): {@code
 * accepted.csv} in the settlement folder, which is only ever added to.
 *
 * @param folder settlement folder
 */
public record DataAcceptance(Path folder) {
  /**
   * Accepts data as they are.
   *
   * @param issue what is to be verified
   * @throws IllegalArgumentException if it is not about such data
   */
  public void accept(Issue issue, String who, String time, String reason) {
    if (!AcceptedData.toBeVerified(issue)) {
      throw new IllegalArgumentException(issue.line() + " is nothing that can be accepted.");
    }
    List<String> cells = new ArrayList<>(AcceptedData.subject(issue));
    cells.addAll(List.of(who, time, reason));
    new AppendOnly(folder.resolve("accepted.csv"), String.join(",", AcceptedData.COLUMNS))
        .add(cells.toArray(String[]::new));
  }
}
