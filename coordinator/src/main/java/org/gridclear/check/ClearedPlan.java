package org.gridclear.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.compare.CaseFolders;
import org.gridclear.compare.ComparedCase;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a cleared case or run, of which periods are checked.
 *
 * @param folder the folder
 * @param caseName the case of a run, by its name or a part of it; "" for the first
 * @param periods a period or a range of them such as {@code 3..5}, from 1; null for all
 */
public record ClearedPlan(Path folder, String caseName, @Nullable String periods) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

  /** Whether a folder is one of a cleared case or run. */
  public static boolean isAt(Path folder) {
    return Files.exists(folder.resolve("result.bin")) || Files.isDirectory(folder.resolve("cases"));
  }

  /**
   * Reads the plan.
   *
   * @throws IllegalArgumentException if there is no such case, or if it has no such periods
   */
  public CheckedNetwork read() throws IOException {
    ComparedCase of = CaseFolders.cleared(folder, caseName, "plan", new ArrayList<>()).get(0);
    int[] range = range(of.clearing().day().periodCount());
    return CheckedNetwork.ofPlan(of.clearing(), of.result(), range[0], range[1], List.of());
  }

  private int[] range(int count) {
    if (periods == null) {
      return new int[] {0, count};
    }
    Matcher matcher = RANGE.matcher(periods);
    if (matcher.matches()) {
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      if (from >= 1 && from <= to && to <= count) {
        return new int[] {from - 1, to};
      }
    }
    throw new IllegalArgumentException(
        "The --periods (%s) must be a period or a range such as 3..5, within 1..%d."
            .formatted(periods, count));
  }
}
