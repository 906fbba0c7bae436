package org.gridclear.cli.casefile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.CaseSource;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.file.WrittenFile;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear import FILE}: turns a file of another format into a case of ours. */
@Command(
    name = "import",
    description = {
      "Turn a MATPOWER, UnitCommitment.jl, pglib-uc or Egret file, or a built-in network,",
      "into a case file of the product's own format. A network gets synthetic market data."
    })
public final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private CaseSource source;

  @Parameters(
      paramLabel = "FILE",
      description = "A file, a built-in network such as ieee118, or - for standard input.")
  private String file;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Output (default: <name>.case.json; - for standard output).")
  private Path out;

  @Override
  public Integer call() throws IOException {
    CaseFiles.Loaded loaded = strict.load(file);
    MarketDay day = source.day(loaded);
    Path target = out != null ? out : Path.of(day.name() + ".case.json");
    PrintWriter output = spec.commandLine().getOut();
    if (StandardStreams.meant(out)) {
      StandardStreams.write(CaseFiles.write(day));
      output = spec.commandLine().getErr();
    } else {
      WrittenFile.write(target, CaseFiles.write(day));
    }
    output.println(
        "%s: %d buses, %d branches, %d thermal and %d other units, %d periods%s"
            .formatted(
                target,
                day.network().buses().size(),
                day.network().branches().size(),
                day.thermalUnits().size(),
                day.profiledUnits().size() + day.storageUnits().size(),
                day.periodCount(),
                day.synthetic().isEmpty()
                    ? ""
                    : "; SYNTHETIC: " + String.join(", ", day.synthetic())));
    output.flush();
    return ExitCodes.DONE;
  }
}
