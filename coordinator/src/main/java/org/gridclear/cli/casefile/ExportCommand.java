package org.gridclear.cli.casefile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.file.WrittenFile;
import org.gridclear.io.CaseExport;
import org.gridclear.validate.IssueLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear export FILE}: writes a case or network in a format of others. */
@Command(
    name = "export",
    description = {
      "Write a case, a network file or a built-in network in another format.",
      "MATPOWER: the network with its own operating point. UnitCommitment.jl: the market day.",
      "What a format cannot say is noticed, or refused where the cost would be another."
    })
public final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;

  @Parameters(
      paramLabel = "FILE",
      description = "A file, a built-in network such as ieee118, or - for standard input.")
  private String file;

  @Option(
      names = "--format",
      required = true,
      description = "What to write: ${COMPLETION-CANDIDATES}.")
  private CaseExport.Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Output (default: <name>.m or <name>.json; - for standard output).")
  private Path out;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    IssueLog log = new IssueLog(file);
    CaseExport written = CaseExport.of(strict.load(file), file, format, log);
    strict.check(log.issues());
    Path target = out != null ? out : Path.of(written.name());
    if (StandardStreams.meant(target)) {
      StandardStreams.write(written.document());
      return ExitCodes.DONE;
    }
    WrittenFile.write(target, written.document());
    spec.commandLine().getOut().println("Written: " + target);
    spec.commandLine().getOut().flush();
    return ExitCodes.DONE;
  }
}
