package org.gridclear.cli.settlement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.compare.CaseFolders;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.handover.SettlementHandOver;
import org.gridclear.report.clearing.ClearedDay;
import org.gridclear.report.clearing.DayImport;
import org.gridclear.report.clearing.ImportMapping;
import org.gridclear.report.clearing.ImportMapping.Kind;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.DayLocks;
import org.gridclear.settlement.register.ImportRegister;
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
      "A day that is not secure, not audited or sheds load is refused, unless --override names why;"
          + " that is recorded."
    })
final class SettleImportDayCommand implements Callable<Integer> {
  private static final Set<String> SERVICES = Set.of("regulation", "spinning", "nonSpinning");
  private static final int SHOWN = 20;

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
    if (!market.equals("da") && !market.equals("rt")) {
      throw new IllegalArgumentException("The market (%s) must be da or rt.".formatted(market));
    }
    SettlementSource source = SettlementReader.open(folder);
    source.month().day(date);
    new DayLocks(folder).refuse(date);
    CaseFolders.Cleared day = CaseFolders.read(cleared, caseName);
    List<String> objections =
        DayImport.objections(day.result(), Objects.requireNonNull(day.summary()));
    if (!objections.isEmpty() && (override.isBlank() || by.isBlank())) {
      throw new IllegalArgumentException(
          "The day is not taken: %s. --override REASON --by NAME takes it all the same. Nothing was changed."
              .formatted(String.join(", ", objections)));
    }
    ImportMapping mapping = map == null ? ImportMapping.identity() : ImportMapping.read(map);
    BiPredicate<Kind, String> known = (kind, id) -> known(source, kind, id);
    ClearedDay.Series series =
        new ClearedDay(day.day(), day.result(), market, source.month().intervals(), mapping, known)
            .series();
    DayImport.Merged merged =
        new DayImport(SettlementReader.dayFolder(folder, date), source.month().intervals())
            .merge(series, mapping, known);
    new ImportRegister(folder)
        .add(
            date,
            market,
            day.summary() == null ? "-" : day.summary().outcomeHash(),
            by,
            Instant.now().toString(),
            objections,
            override);
    report(day, objections, series, merged);
    return ExitCodes.DONE;
  }

  private boolean known(SettlementSource source, Kind kind, String id) {
    return switch (kind) {
      case UNIT, STORAGE -> source.trades(id, date, true);
      case LOAD, FLEXIBLE -> source.trades(id, date, false);
      case BUS, ZONE -> source.month().points().contains(id);
      case PRODUCT -> SERVICES.contains(id);
    };
  }

  private void report(
      CaseFolders.Cleared day,
      List<String> objections,
      ClearedDay.Series series,
      DayImport.Merged merged) {
    PrintWriter out = spec.commandLine().getOut();
    objections.forEach(objection -> out.println("OVERRIDDEN: " + objection));
    out.printf(
        "Prices of %d points and %d awards of %s, %s market, in %s: %d series added, %d replaced,"
            + " %d kept%n",
        merged.points(),
        merged.awards(),
        date,
        market,
        folder,
        merged.added(),
        merged.replaced(),
        merged.kept());
    if (day.result().security() == null) {
      out.println("NOTICE: no AC check was asked for when the day was cleared");
    }
    List<String> unmatched = series.unmatched();
    if (!unmatched.isEmpty()) {
      out.printf(
          "NOTICE: %d elements of the day are nothing of the settlement: %s%s%n",
          unmatched.size(),
          String.join(", ", unmatched.subList(0, Math.min(SHOWN, unmatched.size()))),
          unmatched.size() > SHOWN ? ", …" : "");
    }
    out.flush();
  }
}
