package org.gridclear.clearing.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.flow.FlowRows;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

/** The periods by themselves are a bound and a start; the whole ends where it does without them. */
class PeriodRelaxationTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(1e-6);
  private static final double LOSS_SHARE = 1e-4;

  private static ClearingCase day() {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee57"),
            new Horizon(4, 60),
            new SyntheticOptions(3, 1.15, 0.25, 0.04, 0.3));
    return ClearingCase.of(
        day.withRules(day.rules().withContingencies(new ContingencySet(true, List.of()))));
  }

  private static ModelSession session(ClearingCase day, boolean losses, WarmStart start) {
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    return new ModelSession(day, new ClearingGrid(day), OPTIONS, context, losses, false, start);
  }

  private static Optional<WarmStart> start(ModelSession of, ClearingCase day, Deadline until) {
    ClearingGrid grid = new ClearingGrid(day);
    double penalty = day.day().penalties().contingencyYuanPerMwh();
    FlowRows rows =
        new FlowRows(of.model(), grid, FlowOffsets.NONE, penalty, OPTIONS.feasibilityMw());
    return PeriodRelaxation.start(of.model(), grid, rows, LOSS_SHARE, Fixtures.highs(), until);
  }

  private static void theWholeFromThePeriodsEndsWhereItEndsAlone(boolean losses) {
    ClearingCase day = day();
    try (ModelSession alone = session(day, losses, WarmStart.NONE)) {
      WarmStart start = start(alone, day, Deadline.never()).orElseThrow();
      assertFalse(start.rows().isEmpty(), "no limit binds; the day shows nothing");
      assertEquals(losses, !start.lossPoints().isEmpty());
      double yuan = alone.relaxed().orElseThrow().objective();
      try (ModelSession from = session(day, losses, start)) {
        assertEquals(yuan, from.relaxed().orElseThrow().objective(), 2e-5 * yuan);
        assertTrue(
            from.rounds() < alone.rounds(), from.rounds() + " and " + alone.rounds() + " rounds");
      }
    }
  }

  @Test
  void theRelaxationFromItsPeriodsEndsWhereItEndsAlone() {
    theWholeFromThePeriodsEndsWhereItEndsAlone(false);
  }

  @Test
  void soItDoesWithLosses() {
    theWholeFromThePeriodsEndsWhereItEndsAlone(true);
  }

  @Test
  void thePeriodsByThemselvesCostNoMoreThanTheWholeAndTheirBasesAreOneOfIt() {
    ClearingCase day = day();
    try (ModelSession whole = session(day, false, WarmStart.NONE);
        PeriodPrograms apart = new PeriodPrograms(Fixtures.highs(), whole.model())) {
      double yuan = optimum(relaxed(whole)).objective();
      Solution point = optimum(apart);
      assertTrue(point.objective() <= yuan * (1 + 1e-9), point.objective() + " and " + yuan);
      assertTrue(point.objective() > 0.5 * yuan, "the periods know little of their costs");
      Basis basis = apart.basis();
      assertTrue(
          basis.fits(whole.model().linear().columnCount(), whole.model().linear().rowCount()));
      long basic = count(basis.columns()) + count(basis.rows());
      assertEquals(whole.model().linear().rowCount(), basic);
    }
  }

  private static SolverSession relaxed(ModelSession whole) {
    whole.session().setIntegrality(false);
    return whole.session();
  }

  private static long count(byte[] statuses) {
    long basic = 0;
    for (byte status : statuses) {
      basic += status == Basis.BASIC ? 1 : 0;
    }
    return basic;
  }

  private static Solution optimum(SolverSession session) {
    return ((SolverOutcome.Optimal) session.solve(new SolverLimits(0, 1), Deadline.never()))
        .solution();
  }

  @Test
  void aRowBindsInItsPeriodAloneAndWhatASearchNeedsIsRefused() {
    ClearingCase day = day();
    try (ModelSession whole = session(day, false, WarmStart.NONE);
        PeriodPrograms apart = new PeriodPrograms(Fixtures.highs(), whole.model())) {
      double before = optimum(apart).objective();
      int status = whole.model().statusColumns()[0][2];
      int slack = apart.addColumn(0, 1, 1_000);
      apart.addRow(2, Double.POSITIVE_INFINITY, new Terms().add(status, 1).add(slack, 1));
      Solution after = optimum(apart);
      assertEquals(1, after.columns()[status], 1e-9);
      assertEquals(1, after.columns()[slack], 1e-9);
      assertTrue(after.objective() >= before + 1_000);
      apart.addRow(0, 1, new Terms().add(slack, 1));
      List<Consumer<SolverSession>> refused = new ArrayList<>();
      refused.add(session -> session.addBinary(1));
      refused.add(session -> session.setColumnBounds(0, 0, 0));
      refused.add(session -> session.setRowBounds(0, 0, 0));
      refused.add(session -> session.setIntegrality(true));
      refused.add(session -> session.setStart(new double[0]));
      refused.add(session -> session.setBasis(Basis.NONE));
      refused.add(session -> session.dualsToward(new double[0], new double[0], Deadline.never()));
      refused.forEach(
          each -> assertThrows(UnsupportedOperationException.class, () -> each.accept(apart)));
    }
  }

  @Test
  void periodsThatAreNotSolvedAreNoStart() {
    ClearingCase day = day();
    try (ModelSession whole = session(day, false, WarmStart.NONE)) {
      assertTrue(start(whole, day, Deadline.when(() -> 0)).isEmpty());
    }
  }
}
