package org.gridclear.market.anomaly;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridclear.validate.UnknownNameException;

/** How an anomaly was handled (I-06, I-07, I-08). */
public enum Measure {
  /** Limits that could not be met were changed, and the case was cleared again. */
  CHANGED_LIMITS,
  /** A result of before took the place of the clearing. */
  FALLBACK,
  /** Something else that the rules of the market allow, said in words. */
  OTHER;

  /** Name in files and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The measure of a name, such as {@code changed-limits}.
   *
   * @throws UnknownNameException if there is none
   */
  public static Measure of(String label) {
    List<String> known = Arrays.stream(values()).map(Measure::label).toList();
    return Arrays.stream(values())
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("measure", label, known));
  }
}
