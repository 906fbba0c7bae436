package org.gridclear.market.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gridclear.market.day.Made;
import org.gridclear.market.workflow.SimulatedClock;
import org.gridclear.run.StudyRuns;

/**
 * Makes a day again from its log, in a new market.
 *
 * @param log the log
 * @param runs where cases are cleared
 */
public record DayReplay(DayLog log, StudyRuns runs) {
  /**
   * A day that was made again.
   *
   * @param versions every version with its hash
   * @param differences from the log, a line each
   */
  public record Outcome(List<VersionHash> versions, List<String> differences) {
    public Outcome {
      versions = List.copyOf(versions);
      differences = List.copyOf(differences);
    }
  }

  /**
   * Makes it.
   *
   * @param place the market folder to make
   * @param told hears of each event before it is done
   * @throws NotAgainException if something cannot be done again that was done in the log
   */
  public Outcome run(Path place, Consumer<TimedEvent> told) {
    DayTerms terms = log.terms();
    SimulatedClock clock = new SimulatedClock(terms.begins(), terms.zoneOfTime());
    LoggedMarket.Setup setup =
        new LoggedMarket.Setup(clock, runs, Made.BUILD, told, UnaryOperator.identity());
    try (LoggedMarket market = LoggedMarket.create(place, terms, setup)) {
      return run(market);
    }
  }

  /** Makes it in a market that is open and empty. */
  public Outcome run(LoggedMarket market) {
    int number = 0;
    for (TimedEvent event : log.events()) {
      number++;
      try {
        market.again(event);
      } catch (RuntimeException e) {
        throw new NotAgainException(number, event, e);
      }
    }
    List<VersionHash> versions = market.versions();
    return new Outcome(versions, log.differences(versions));
  }
}
