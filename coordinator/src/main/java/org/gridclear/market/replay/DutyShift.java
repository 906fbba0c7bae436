package org.gridclear.market.replay;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.operation.Steps;
import org.gridclear.market.store.MarketFolder;

/**
 * The shift on duty: deals with what stands against a version, and has it approved by another.
 *
 * @param folder the market
 * @param approval its approvals
 * @param clock the simulated clock
 * @param operator who deals with it
 * @param approver who approves
 */
record DutyShift(
    MarketFolder folder, DayApproval approval, Clock clock, String operator, String approver) {
  /**
   * Deals with the open anomalies of a version and brings it through to its approval.
   *
   * @param measure how
   * @param remark what was done
   * @return how many anomalies were handled
   */
  int decide(DayVersion version, Measure measure, String remark) {
    int handled = 0;
    AnomalyDesk desk = new AnomalyDesk(folder.database(), clock);
    for (KeptAnomaly each : open(version)) {
      if (each.state() == AnomalyState.OPEN) {
        desk.make(step(each, AnomalyState.ACKNOWLEDGED, Optional.empty(), ""));
      }
      desk.make(step(each, AnomalyState.HANDLED, Optional.of(measure), remark));
      handled++;
    }
    new Steps(approval, operator, remark).approve(VersionId.of(version), approver);
    return handled;
  }

  /**
   * Severe anomalies of a version about which nothing was done yet; a day that was joined is judged
   * first.
   */
  List<KeptAnomaly> open(DayVersion version) {
    MarketAnomalies anomalies = MarketAnomalies.of(folder, clock);
    if (!anomalies.isJudged(version)) {
      anomalies.again(version, operator);
    }
    return anomalies.of(version).stream().filter(KeptAnomaly::isOpenSevere).toList();
  }

  private AnomalyDesk.Step step(
      KeptAnomaly of, AnomalyState to, Optional<Measure> measure, String remark) {
    return new AnomalyDesk.Step(of.number(), to, measure, remark, operator);
  }
}
