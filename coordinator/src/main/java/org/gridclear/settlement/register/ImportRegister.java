package org.gridclear.settlement.register;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Cleared days that were imported into a settlement folder, and why one was taken although it was
 * not secure, not audited or shed load: {@code imports.csv}, only ever added to.
 *
 * @param folder settlement folder
 */
public record ImportRegister(Path folder) {
  private static final String HEADER = "day,market,outcome,who,time,objections,override";

  /** Notes an import; commas in texts become semicolons. */
  public void add(
      LocalDate day,
      String market,
      String outcomeHash,
      String who,
      String time,
      List<String> objections,
      String override) {
    new AppendOnly(folder.resolve("imports.csv"), HEADER)
        .add(
            day.toString(),
            market,
            outcomeHash,
            cell(who),
            time,
            cell(String.join("; ", objections)),
            cell(objections.isEmpty() ? "" : override));
  }

  private static String cell(String text) {
    return text.isBlank() ? "-" : text.replaceAll("[,\"\\n\\r]+", ";");
  }
}
