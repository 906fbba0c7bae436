package org.gridclear.market.remedy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.gridclear.account.Actor;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.anomaly.AnomalySteps;
import org.gridclear.market.store.MarketFolder;

/**
 * Anomalies that are handled by a case whose limits are changed.
 *
 * @param market the market
 * @param steps the step of each
 * @param file where the case goes; is not there yet
 */
public record HandledByCase(MarketFolder market, AnomalySteps steps, Path file) {
  /**
   * Makes the case before anything is said to be handled; it stays only if it then is.
   *
   * @param told is told, line by line
   * @throws IllegalArgumentException if an anomaly cannot be handled so
   */
  public void make(Actor actor, List<Long> numbers, Consumer<String> told) throws Exception {
    steps.refuseUnlessPossible(market, actor, numbers);
    CaseRemedy.Remedied made = CaseRemedy.of(market, numbers, Clock.systemUTC());
    WrittenFile.write(file, made.content());
    boolean handled = false;
    try {
      steps.make(market, actor, numbers, told);
      handled = true;
    } finally {
      if (!handled) {
        Files.deleteIfExists(file);
      }
    }
    made.changes().forEach(change -> told.accept(change.text()));
    told.accept("Written: " + file);
  }
}
