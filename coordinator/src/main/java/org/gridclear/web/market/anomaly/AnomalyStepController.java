package org.gridclear.web.market.anomaly;

import java.util.Map;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.anomaly.NoAnomalyException;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody did about an anomaly. */
@RestController
@RequestMapping("/api/v1/anomalies")
class AnomalyStepController {
  private final ServedAnomalies served;

  AnomalyStepController(ServedAnomalies served) {
    this.served = served;
  }

  /** An anomaly and who did what about it. */
  @GetMapping("/{number}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ShownAnomaly show(Caller caller, @PathVariable long number) {
    return ServedAnomalies.asked(
        () -> {
          KeptAnomaly kept = served.desk().get(number);
          if (!ServedAnomalies.viewer(caller).sees(kept)) {
            throw NoAnomalyException.of(number);
          }
          return new ShownAnomaly(AnomalyTables.fields(kept), served.desk().steps(number));
        });
  }

  /** Makes a step; the caller is who makes it. */
  @PostMapping(path = "/{number}/steps", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> step(
      Caller caller, @PathVariable long number, @RequestBody AnomalyStep step) {
    if (step.to() == null) {
      throw new IllegalArgumentException("Say what it becomes: acknowledged, handled or closed.");
    }
    AnomalyDesk.Step made =
        new AnomalyDesk.Step(
            number,
            AnomalyState.of(step.to()),
            Optional.ofNullable(step.measure()).map(Measure::of),
            Optional.ofNullable(step.comment()).orElse(""),
            caller.name());
    return AnomalyTables.fields(ServedAnomalies.asked(() -> served.desk().make(made)));
  }
}
