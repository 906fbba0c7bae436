package org.gridclear.cli.anomaly;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.remedy.CaseRemedy;
import org.gridclear.market.remedy.Change;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear anomalies handle}: something was done about an anomaly. */
@Command(name = "handle", description = "Say what was done about anomalies.")
final class HandleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;

  @Option(
      names = "--measure",
      required = true,
      converter = MeasureConverter.class,
      description = "changed-limits, fallback, or other, which the comment says.")
  private Measure measure;

  @Option(
      names = "--make-case",
      paramLabel = "FILE",
      description = {
        "Write the case of the version with the limits changed that these anomalies say could not",
        "be met, so that it can be cleared again (gridclear anomalies changes)."
      })
  private Path out;

  @Option(names = "--comment", required = true, description = "What is to be said.")
  private String comment;

  @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "Numbers of anomalies.")
  private List<Long> numbers;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.require(Right.OPERATE_MARKET);
    if (out != null && (measure != Measure.CHANGED_LIMITS || Files.exists(out))) {
      throw new IllegalArgumentException(
          Files.exists(out)
              ? "%s exists; name another.".formatted(out)
              : "A case is made where limits are changed: --measure changed-limits.");
    }
    try (MarketFolder folder = market.open()) {
      if (out != null) {
        makeCase(folder);
      }
      new AnomalySteps(AnomalyState.HANDLED, Optional.of(measure), comment)
          .make(folder, actor, numbers, spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  /** Before anything is said to be handled: what cannot be made is refused. */
  private void makeCase(MarketFolder folder) throws IOException {
    AnomalyDesk desk = new AnomalyDesk(folder.database(), Clock.systemUTC());
    List<KeptAnomaly> anomalies = numbers.stream().map(desk::get).toList();
    KeptAnomaly first = anomalies.get(0);
    DayStore days = DayStore.of(folder);
    DayVersion version =
        days.versions(first.key().market(), first.key().date(), first.key().date()).stream()
            .filter(each -> anomalies.stream().allMatch(one -> one.isOf(each)))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "A case is made of one version; these anomalies are of several, or of"
                            + " none."));
    MarketAnomalies market = new MarketAnomalies(folder, days, Clock.systemUTC());
    CaseRemedy remedy = CaseRemedy.of(folder, market, version);
    List<Change> changes = remedy.changes(anomalies);
    WrittenFile.write(out, remedy.make(changes));
    PrintWriter print = spec.commandLine().getOut();
    for (Change change : changes) {
      print.printf(
          Locale.ROOT,
          "%s %s: %.3f %s in %d periods%n",
          change.kind().text(),
          change.element(),
          change.greatest(),
          change.unit(),
          change.amounts().size());
    }
    print.println("Written: " + out);
    print.flush();
  }
}
