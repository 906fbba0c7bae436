package org.gridclear.report.monitoring;

import java.util.Locale;
import java.util.Optional;

/** How numbers of a report are shown. */
final class ReportNumbers {
  private ReportNumbers() {}

  /** A number with as many digits as its size asks for; a dash for none. */
  static String shown(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    String form = size >= 1000 ? "%,.0f" : size >= 10 ? "%.1f" : "%.3f";
    String text = String.format(Locale.ROOT, form, value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }

  /** A number, if it is one: workbooks have no cell for the others. */
  static Optional<Double> known(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
