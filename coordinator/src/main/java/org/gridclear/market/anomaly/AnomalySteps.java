package org.gridclear.market.anomaly;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridclear.account.Actor;
import org.gridclear.market.store.MarketFolder;

/**
 * A step of anomalies, one after the other; none is made if one of them cannot be.
 *
 * @param to the state after it
 * @param measure how they were handled
 * @param remark what is to be said
 */
public record AnomalySteps(AnomalyState to, Optional<Measure> measure, String remark) {
  /**
   * Refuses what cannot be made, before anything is; a refused step is written down.
   *
   * @throws IllegalArgumentException if an anomaly is named twice, or is not there
   */
  public void refuseUnlessPossible(MarketFolder folder, Actor actor, List<Long> numbers)
      throws Exception {
    AnomalyDesk desk = new AnomalyDesk(folder.database(), Clock.systemUTC());
    Set<Long> named = new HashSet<>();
    for (long number : numbers) {
      if (!named.add(number)) {
        throw new IllegalArgumentException("Anomaly %d is named twice.".formatted(number));
      }
      try {
        desk.refuseUnlessPossible(number, to);
      } catch (IllegalArgumentException e) {
        actor.perform(
            "anomalies " + to.label(),
            Long.toString(number),
            () -> {
              throw e;
            });
      }
    }
  }

  /**
   * Makes the step of each, or of none if one of them cannot be made.
   *
   * @param told is told what became of each
   */
  public void make(MarketFolder folder, Actor actor, List<Long> numbers, Consumer<String> told)
      throws Exception {
    refuseUnlessPossible(folder, actor, numbers);
    AnomalyDesk desk = new AnomalyDesk(folder.database(), Clock.systemUTC());
    for (long number : numbers) {
      KeptAnomaly kept =
          actor.change(
              "anomalies " + to.label(),
              Long.toString(number),
              () -> desk.make(new AnomalyDesk.Step(number, to, measure, remark, actor.name())));
      told.accept("%s: %s".formatted(kept.state().label(), kept.text()));
    }
  }
}
