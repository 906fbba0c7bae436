package org.gridclear.cli.casefile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.file.WrittenFile;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.matpower.MatpowerWriter;
import org.gridclear.io.unitcommitment.UnitCommitmentJlWriter;
import org.gridclear.network.Network;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
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
  /** What can be written. */
  enum Format {
    MATPOWER,
    UNITCOMMITMENT
  }

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
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Output (default: <name>.m or <name>.json; - for standard output).")
  private Path out;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    CaseFiles.Loaded loaded = strict.load(file, err);
    IssueLog log = new IssueLog(file);
    Path target =
        switch (format) {
          case MATPOWER -> matpower(loaded, log, err);
          case UNITCOMMITMENT -> unitCommitment(loaded, log, err);
        };
    if (!StandardStreams.meant(target)) {
      spec.commandLine().getOut().println("Written: " + target);
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  private Path matpower(CaseFiles.Loaded loaded, IssueLog log, PrintWriter err) throws IOException {
    Network network = loaded.network();
    if (network.generators().isEmpty()) {
      throw new IllegalArgumentException(
          "The network of %s has no generators: it has no operating point to write as MATPOWER."
              .formatted(file));
    }
    if (loaded.content() instanceof CaseFiles.Content.WholeDay) {
      log.notice(
          Rule.FIELD_USED,
          "document",
          "",
          "market",
          "units, loads and rules of the day",
          "A MATPOWER file has one operating point: that of the network is written.");
    }
    String text = MatpowerWriter.write(network, log);
    strict.check(log.issues(), err);
    Path target = out != null ? out : Path.of(network.name() + ".m");
    return written(target, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path unitCommitment(CaseFiles.Loaded loaded, IssueLog log, PrintWriter err)
      throws IOException {
    if (!(loaded.content() instanceof CaseFiles.Content.WholeDay whole)) {
      throw new IllegalArgumentException(
          "%s is a network without a market day to write; make one by: gridclear import %s."
              .formatted(file, file));
    }
    byte[] document = UnitCommitmentJlWriter.write(whole.day(), log);
    log.throwIfErrors();
    strict.check(log.issues(), err);
    Path target = out != null ? out : Path.of(whole.day().name() + ".json");
    return written(target, document);
  }

  private static Path written(Path target, byte[] document) throws IOException {
    if (StandardStreams.meant(target)) {
      StandardStreams.write(document);
    } else {
      WrittenFile.write(target, document);
    }
    return target;
  }
}
