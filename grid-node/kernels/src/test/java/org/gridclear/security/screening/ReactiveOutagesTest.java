package org.gridclear.security.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.AcSolution;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageEffect;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compensated outages with reactive limits against power flows with a Jacobian of their own. */
class ReactiveOutagesTest {
  private static final double RATING_MVA = 50_000;

  @ParameterizedTest
  @ValueSource(strings = {"ieee30", "ieee57", "ieee118"})
  void flowsWithReactiveLimitsEqualThoseOfAFullPowerFlow(String name) {
    Network network = ScreeningCases.rated(ScreeningCases.network(name), RATING_MVA);
    List<Outage> outages = new ArrayList<>(ScreeningCases.branches(network));
    outages.addAll(ScreeningCases.generators(network));
    ScreeningOptions options = ScreeningCases.options(Method.AC, true, Rows.ALL);
    ScreeningBlock block = ScreeningCases.screen(network, outages, options);
    PowerFlowModel model =
        new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network));
    AcBase base = new AcBase(model, options);
    EffectFinder finder = new EffectFinder(model, base.units);
    ImbalanceSharing imbalances = new ImbalanceSharing(model, options.outageSharing(), base.units);
    double[][] expected = new double[outages.size()][];
    for (OutageResult result : block.results()) {
      boolean solved =
          result.status() != OutageStatus.SKIPPED && result.status() != OutageStatus.DIVERGED;
      if (solved && result.equivalentTo() < 0) {
        OutageEffect effect = finder.find(outages.get(result.outage()));
        ImbalanceSharing.MakeUp makeUp = imbalances.of(effect);
        AcSolution solution = RefactoredOutage.of(base, effect).solve(makeUp, imbalances, options);
        assertTrue(solution.converged());
        expected[result.outage()] = flows(model, solution, network.baseMva());
      }
    }
    int compared = 0;
    for (Loading loading : block.loadings()) {
      double[] there = expected[loading.outage()];
      if (loading.device() < network.branches().size() && there != null) {
        String what = outages.get(loading.outage()).id() + " on " + loading.device();
        assertEquals(there[loading.device()], loading.after(), 0.2, what);
        compared++;
      }
    }
    assertTrue(compared > 500, "only " + compared);
  }

  private static double[] flows(PowerFlowModel model, AcSolution solution, double baseMva) {
    double[] flow = new double[model.branchOn().length];
    double[] power = new double[4];
    double[] e = solution.e();
    double[] f = solution.f();
    for (int l = 0; l < flow.length; l++) {
      int i = model.from(l);
      int j = model.to(l);
      model.structure().admittances().power(l, e[i], f[i], e[j], f[j], power);
      flow[l] = Math.max(Math.hypot(power[0], power[1]), Math.hypot(power[2], power[3])) * baseMva;
    }
    return flow;
  }
}
