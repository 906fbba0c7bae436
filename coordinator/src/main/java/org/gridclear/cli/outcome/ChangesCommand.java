package org.gridclear.cli.outcome;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridclear.clearing.input.CommitmentChanges;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.MarketRunReader;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.compare.CaseFolders;
import org.gridclear.report.ChangesTable;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.IssueLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear changes BEFORE NOW}: where two runs commit units otherwise, and when. */
@Command(
    name = "changes",
    description = {
      "Compare the commitment of two runs, with times: day ahead against the day before, intraday",
      "against day ahead, real time against intraday. Periods are matched by the time of day."
    })
public final class ChangesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PrintOption print;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "Output folder of the earlier run.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NOW", description = "Output folder of the later run.")
  private Path now;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the changes as a table, too: CSV, or what its name ends with; - for CSV on"
              + " standard output alone.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (out != null && !StandardStreams.meant(out) && Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    CommitmentChanges changes = CommitmentChanges.of(read("BEFORE", before), read("NOW", now));
    if (StandardStreams.meant(out)) {
      StandardStreams.write(TableFile.bytes(ChangesTable.of(changes), TableFormat.CSV));
      return ExitCodes.DONE;
    }
    PrintWriter output = spec.commandLine().getOut();
    print.words(output).print(ChangesTable.text(changes));
    if (print.json()) {
      PrintOption.print(changes, output);
    }
    output.flush();
    if (out != null) {
      TableFile.write(out, ChangesTable.of(changes), TableFormat.of(out).orElse(TableFormat.CSV));
    }
    return ExitCodes.DONE;
  }

  private static InitialConditions read(String name, Path folder) {
    IssueLog log = new IssueLog(name);
    InitialConditions boundary = MarketRunReader.readBoundary(CaseFolders.only(folder), log);
    log.throwIfErrors();
    return Objects.requireNonNull(boundary);
  }
}
