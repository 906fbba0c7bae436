package org.gridclear.report.security;

import org.gridclear.check.PowerFlows;
import org.gridclear.network.Network;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.powerflow.PowerFlowResult;

/** Power flows in words, a line or three each. */
public final class PowerFlowText {
  private PowerFlowText() {}

  /** Alarms, how each ended, and how many limits it breaks. */
  public static String of(PowerFlows flows) {
    StringBuilder text = new StringBuilder();
    flows.alarms().forEach(alarm -> text.append(alarm).append(System.lineSeparator()));
    for (PowerFlows.Solved each : flows.solved()) {
      text.append(ended(flows, each)).append(System.lineSeparator());
      if (each.result().converged() && !each.result().text().isEmpty()) {
        text.append(each.result().text()).append(System.lineSeparator());
      }
      if (each.limits() != null) {
        text.append(
                "%d heavily loaded, %d violated of %d rated branches and all voltage bands"
                    .formatted(
                        each.limits().heavyCount(),
                        each.limits().violationCount(),
                        each.limits().monitored()))
            .append(System.lineSeparator());
      }
    }
    return text.toString();
  }

  private static String ended(PowerFlows flows, PowerFlows.Solved each) {
    Network network = flows.network();
    PowerFlowResult result = each.result();
    return "%s %s: %s, mismatch %.3g p.u. at bus %s, %d iterations, %d island(s)%s"
        .formatted(
            flows.checked().plan() ? each.point().name() : network.name(),
            flows.options().method() == Method.AC ? "AC" : "DC",
            result.converged() ? "converged" : "NOT CONVERGED. " + result.text(),
            result.mismatchPu(),
            network.buses().get(result.mismatchBus()).id(),
            result.iterations(),
            result.islands(),
            result.deadIslands() == 0
                ? ""
                : ", %d of them without a source".formatted(result.deadIslands()));
  }
}
