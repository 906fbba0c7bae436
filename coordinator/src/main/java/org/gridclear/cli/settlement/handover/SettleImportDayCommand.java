package org.gridclear.cli.settlement.handover;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.compare.CaseFolders;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.handover.RunHandOver;
import org.gridclear.market.handover.SettlementHandOver;
import org.gridclear.report.clearing.ImportMapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code gridclear settle import-day CLEARED FOLDER}: prices and awards of a cleared day (O-14).
 */
@Command(
    name = "import-day",
    description = {
      "Merge prices and awards of a cleared day into a settlement folder: units, storage, loads,"
          + " reserve and its price.",
      "Series are added or replaced by id, never taken away. --map says what is what; without it,"
          + " the same id.",
      "Of a market folder the versions that are in force are taken, by what its registry says.",
      "A day that is not secure, not audited, sheds load or is of another date is refused, unless"
          + " --override names why; that is recorded."
    })
public final class SettleImportDayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;

  @Parameters(
      index = "0",
      paramLabel = "CLEARED",
      description = "Output folder of clear or study, or a market folder.")
  private Path cleared;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(
      names = "--date",
      required = true,
      description = "Day that was cleared, such as 2026-10-05.")
  private LocalDate date;

  @Option(
      names = "--market",
      defaultValue = "da",
      description = "da or rt (default: ${DEFAULT-VALUE}).")
  private String market;

  @Option(
      names = "--case",
      defaultValue = "",
      description = "Case of a study (default: the first).")
  private String caseName;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "Table kind,from,to,share of units, storage, loads, buses, zones, products.")
  private Path map;

  @Option(
      names = "--system",
      paramLabel = "NAME",
      description = "Of a market folder: whose foreign ids the settlement uses (default: its own).")
  private String system;

  @Option(
      names = "--override",
      paramLabel = "REASON",
      defaultValue = "",
      description = "Why a day that is refused is taken all the same; needs --by.")
  private String override;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.actor();
    actor.require(Right.SETTLE);
    return actor.change(
        "settle import-day",
        "%s of %s into %s%s"
            .formatted(
                date,
                cleared,
                folder.toAbsolutePath().normalize(),
                override.isBlank() ? "" : ": " + override),
        () -> ApprovedDay.isMarket(cleared) ? handOver(actor.name()) : importDay(actor.name()));
  }

  private Integer handOver(String by) throws IOException {
    if (!override.isBlank() || !caseName.isEmpty()) {
      throw new IllegalArgumentException(
          "--case and --override are of folders of runs; of a market what is approved is taken.");
    }
    if (map != null && system != null) {
      throw new IllegalArgumentException("Give --map or --system, not both.");
    }
    return ApprovedDay.hand(
        cleared,
        new SettlementHandOver.Wanted(
            DayKey.market(market),
            date,
            folder,
            map == null ? Optional.empty() : Optional.of(ImportMapping.read(map)),
            Optional.ofNullable(system),
            by.isEmpty() ? System.getProperty("user.name") : by),
        spec.commandLine().getOut());
  }

  private Integer importDay(String by) throws IOException {
    if (system != null) {
      throw new IllegalArgumentException("--system is of market folders; give --map.");
    }
    RunHandOver.Wanted wanted =
        new RunHandOver.Wanted(
            market,
            date,
            folder,
            map == null ? ImportMapping.identity() : ImportMapping.read(map),
            by,
            override);
    CaseFolders.Cleared run = CaseFolders.read(cleared, caseName);
    RunHandOver.HandedOver done =
        new RunHandOver(Clock.systemUTC())
            .handOver(new RunHandOver.Run(run.day(), run.result(), run.summary()), wanted);
    PrintWriter out = spec.commandLine().getOut();
    done.overridden().forEach(objection -> out.println("OVERRIDDEN: " + objection));
    HandedText.merged("%s, %s market".formatted(date, market), folder, done.merged(), out);
    if (run.result().security() == null) {
      out.println("NOTICE: no AC check was asked for when the day was cleared");
    }
    HandedText.notice(HandedText.UNMATCHED, done.unmatched(), out);
    out.flush();
    return ExitCodes.DONE;
  }
}
