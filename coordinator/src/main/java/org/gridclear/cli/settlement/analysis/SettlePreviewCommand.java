package org.gridclear.cli.settlement.analysis;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.close.Successor;
import org.gridclear.settlement.preview.OpenMonth;
import org.gridclear.settlement.process.PreviewTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle preview CLOSE CORRECTION}: who would pay what. */
@Command(
    name = "preview",
    description = {
      "What a correction would change in the whole market, to 0.001 yuan, before it is granted:",
      "by member, or every amount. Nothing is written. Exit code 1 if no bill could be made of it."
    })
public final class SettlePreviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TableOutput output;

  @Parameters(index = "0", paramLabel = "CLOSE", description = "Folder of the close.")
  private Path close;

  @Parameters(
      index = "1",
      paramLabel = "CORRECTION",
      description = "Folder with the corrected rows, as 'settle correct' takes it.")
  private Path correction;

  @Option(names = "--changes", description = "Every amount, by entity, day and item.")
  private boolean every;

  @Override
  public Integer call() throws Exception {
    output.check();
    Successor.refuse(close, "corrected");
    PrintWriter err = spec.commandLine().getErr();
    try (CloseFolder open = CloseFolder.open(close)) {
      long start = System.nanoTime();
      CorrectionPreview preview = new OpenMonth(open).preview(correction);
      double seconds = (System.nanoTime() - start) / 1e9;
      output.write(
          every ? PreviewTables.changes(preview) : PreviewTables.members(preview),
          spec.commandLine().getOut());
      preview.warnings().forEach(warning -> err.println(warning.line()));
      preview.findings().forEach(err::println);
      err.printf(Locale.ROOT, "%s; %.3f s%n", PreviewTables.line(preview), seconds);
      err.flush();
      return ExitCodes.clean(preview.findings().isEmpty());
    }
  }
}
