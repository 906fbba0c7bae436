package org.gridclear.report.monitoring;

import java.util.List;
import java.util.Optional;

/**
 * A report before it has a form: what is said, in order, in one language.
 *
 * @param title its title
 * @param subtitle its dates
 * @param chinese whether it is in Chinese
 * @param notices what must be known first
 * @param sections its sections
 */
public record ReportContent(
    String title, String subtitle, boolean chinese, List<String> notices, List<Section> sections) {
  public ReportContent {
    notices = List.copyOf(notices);
    sections = List.copyOf(sections);
  }

  /**
   * A section.
   *
   * @param title its title
   * @param columns titles of the columns of its table
   * @param rows the table; none: that nothing is to be said is said
   * @param charts its charts
   */
  public record Section(
      String title, List<Head> columns, List<List<Cell>> rows, List<Chart> charts) {
    public Section {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      charts = List.copyOf(charts);
    }
  }

  /**
   * The title of a column.
   *
   * @param text the title
   * @param numeric whether its cells are numbers
   */
  public record Head(String text, boolean numeric) {}

  /**
   * A cell.
   *
   * @param text what is shown
   * @param value its number; empty where it has none
   * @param severity severe, warning, or "" for neither
   * @param course how it came to be, drawn small; empty for nothing
   */
  public record Cell(String text, Optional<Double> value, String severity, List<Double> course) {
    public Cell {
      course = List.copyOf(course);
    }

    static Cell of(String text) {
      return new Cell(text, Optional.empty(), "", List.of());
    }

    static Cell of(double value) {
      return new Cell(ReportNumbers.shown(value), ReportNumbers.known(value), "", List.of());
    }
  }

  /**
   * A chart: lines over labels, or a bar for each label.
   *
   * @param title its title, with the unit
   * @param bars whether it has bars
   * @param labels dates or names
   * @param values a number a label; NaN where there is none
   */
  public record Chart(String title, boolean bars, List<String> labels, List<Double> values) {
    private static final double SAME = 1e-9;

    public Chart {
      labels = List.copyOf(labels);
      values = List.copyOf(values);
    }

    /** The least value, at most 0 for bars; 0 where there are none. */
    double low() {
      double least = values.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).min().orElse(0);
      return bars ? Math.min(0, least) : least;
    }

    /**
     * The greatest value, at least 0 for bars; well above the least, so that rounding is no wave.
     */
    double high() {
      double most = values.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).max().orElse(0);
      double top = bars ? Math.max(0, most) : most;
      return top - low() > SAME * Math.max(Math.abs(top), Math.abs(low())) ? top : low() + 1;
    }

    /** Where a value lies between the least and the greatest, 0 to 1. */
    double share(double value) {
      return (value - low()) / (high() - low());
    }
  }
}
