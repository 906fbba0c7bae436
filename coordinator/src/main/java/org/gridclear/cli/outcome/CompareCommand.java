package org.gridclear.cli.outcome;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.ParquetOption;
import org.gridclear.compare.CaseFolders;
import org.gridclear.compare.ComparisonFolder;
import org.gridclear.compare.ComparisonText;
import org.gridclear.compare.RunComparison;
import org.gridclear.report.ResultPlace;
import org.gridclear.table.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear compare A B}: two cleared cases or runs beside each other. */
@Command(
    name = "compare",
    description = {
      "Compare two cleared cases or runs: parts of the cost, commitment with times, output,"
          + " prices,",
      "flows, binding limits, violations; by id and by the time of day, never by position. What"
          + " one",
      "side alone has is named. Every difference is B less A. Day ahead against real time too:",
      "periods of other lengths are compared piece by piece.",
      "Exit code 0: compared, whether there are differences or not; 1: a result needs an eye (not",
      "audited, not secure, load not served), a case failed or is in one run alone, or the two"
          + " have",
      "no time in common; 2: nothing to compare."
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ParquetOption parquet;
  @Mixin private OutputFolder out;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "Output folder of clear or study, or of one of its cases.")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "The other, such as the later one.")
  private Path second;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "Only this case of each run, by its name or a part of it (default: all).")
  private String caseName;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "Print one table whole: overview, figures, commitment, output, prices, zone-prices,"
              + " lmp-curves, reserve-prices, flows, binding, violations or only-in-one.")
  private String tableName;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "Of what is printed: table, csv (with --table) or json (default: table).")
  private TableFormat format;

  @Override
  public Integer call() throws IOException {
    Optional<String> table = Optional.ofNullable(tableName);
    out.check();
    ComparisonText.check(format, table);
    if (!parquet.wanted().isEmpty() && out.asked().isEmpty()) {
      throw new IllegalArgumentException("--parquet and --xlsx are for --out: name a folder.");
    }
    RunComparison comparison = CaseFolders.compare(first, second, caseName);
    PrintWriter output = spec.commandLine().getOut();
    String a = first.toString();
    String b = second.toString();
    output.print(ComparisonText.as(format, table, a, b, comparison));
    if (out.asked().isPresent()) {
      ResultPlace place = out.asked().get();
      ComparisonFolder.write(place, a, b, comparison, parquet.wanted());
      // What a program reads from standard output stays whole.
      boolean forPeople = format == TableFormat.TABLE;
      PrintWriter said = forPeople ? output : spec.commandLine().getErr();
      said.println("Report: " + place.folder().resolve("report.html"));
    }
    output.flush();
    return ExitCodes.clean(comparison.clean());
  }
}
