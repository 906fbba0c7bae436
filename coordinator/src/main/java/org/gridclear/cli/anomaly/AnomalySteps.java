package org.gridclear.cli.anomaly;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.store.MarketFolder;

/**
 * A step of anomalies, one after the other; the first that cannot be made ends it.
 *
 * @param to the state after it
 * @param measure how they were handled
 * @param remark what is to be said
 */
record AnomalySteps(AnomalyState to, Optional<Measure> measure, String remark) {
  void make(MarketFolder folder, Actor actor, List<Long> numbers, PrintWriter out)
      throws Exception {
    AnomalyDesk desk = new AnomalyDesk(folder.database(), Clock.systemUTC());
    for (long number : numbers) {
      KeptAnomaly kept =
          actor.change(
              "anomalies " + to.label(),
              Long.toString(number),
              () -> desk.make(new AnomalyDesk.Step(number, to, measure, remark, actor.name())));
      out.printf("%s: %s%n", kept.state().label(), kept.text());
    }
    out.flush();
  }
}
