package org.gridclear.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gridclear.report.ResultPlace;
import org.gridclear.table.Figures;
import picocli.CommandLine.Option;

/** How a command prints what it found: for people, or for programs. */
public final class PrintOption {
  /** Shapes of what is printed. */
  enum Shape {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How results are printed (default: ${DEFAULT-VALUE}).")
  private Shape shape;

  /** Whether JSON was asked. */
  public boolean json() {
    return shape == Shape.JSON;
  }

  /** Where words for people go: nowhere if a program reads the output. */
  public PrintWriter words(PrintWriter output) {
    return json() ? new PrintWriter(PrintWriter.nullWriter()) : output;
  }

  /** Prints the summary of a folder that has been written, if a program reads the output. */
  public void summary(Path folder, PrintWriter output) throws IOException {
    if (json()) {
      output.println(ResultPlace.summary(folder));
      output.flush();
    }
  }

  /** Prints an answer as JSON. */
  public static void print(Object answer, PrintWriter output) {
    output.println(new String(Figures.bytes(answer), StandardCharsets.UTF_8));
    output.flush();
  }
}
