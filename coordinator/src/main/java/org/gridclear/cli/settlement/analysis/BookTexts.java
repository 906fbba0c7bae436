package org.gridclear.cli.settlement.analysis;

import java.io.PrintWriter;
import org.gridclear.report.settlement.ShadowText;
import org.gridclear.settlement.folder.RuleBookReader;
import picocli.CommandLine.Option;

/** What there is to read about books without a close. */
final class BookTexts {
  @Option(names = "--columns", description = "List the columns that formulas may name.")
  private boolean columns;

  @Option(names = "--print", description = "Print the default book.")
  private boolean print;

  @Option(names = "--print-city", description = "Print the book of a city's small plants.")
  private boolean city;

  /** Whether any is asked for. */
  boolean asked() {
    return columns || print || city;
  }

  /** Prints those that are asked for. */
  void print(PrintWriter out) {
    if (city) {
      out.print(RuleBookReader.cityText());
    }
    if (print) {
      out.print(RuleBookReader.defaultText());
    }
    if (columns) {
      ShadowText.columns().forEach(out::println);
    }
    out.flush();
  }
}
