package org.gridclear.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.explain.CaseExplanation;
import org.gridclear.clearing.explain.PriceExplanation;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.study.CaseOverlay;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What-if answers against the whole dispatch of the changed case with the same commitment, made
 * from nothing; and prices against the parts that they are said to be made of.
 */
// Rows: D-15, E-10
class WhatIfTest {
  private static final double EXACT = 1e-6;

  /** A dispatch has its losses to a ten-thousandth of them; two ways there may end as far apart. */
  private static final double LOSSES = 1e-5;

  private static final int PERIODS = 3;

  /** Congested, with losses, secure against every branch. */
  private static final Map<String, KeptCase> KEPT = new LinkedHashMap<>();

  @BeforeAll
  static void clear() {
    Network network = CaseFiles.load("ieee30", Path.of(""), Set.of()).network();
    MarketDay day =
        SyntheticMarket.complete(network, new Horizon(PERIODS, 60), SyntheticOptions.DEFAULT);
    ClearingCase tight =
        ClearingCase.of(
            new CaseOverlay("tight", "[{\"branchLimit\": {\"scale\": 0.55}}]")
                .resolve(day)
                .day()
                .withBranchOutages(
                    List.of(new BranchOutage(network.branches().get(9).id(), 0, 3))));
    ClearingCase secure =
        ClearingCase.of(
            day.withRules(day.rules().withContingencies(new ContingencySet(true, List.of()))));
    keep("congested", tight, ClearingOptions.LOSSLESS);
    keep("losses", tight, ClearingOptions.DEFAULT.withLosses(true));
    keep("n-1", secure, ClearingOptions.LOSSLESS);
  }

  private static void keep(String name, ClearingCase clearingCase, ClearingOptions options) {
    KEPT.put(name, new KeptCase(clearingCase, options, cleared(clearingCase, options)));
  }

  private static ClearingContext context() {
    return ClearingContext.of(HighsSolver.find().orElseThrow());
  }

  private static ClearingResult cleared(ClearingCase clearingCase, ClearingOptions options) {
    return assertInstanceOf(
            ClearingOutcome.Cleared.class,
            ClearingKernel.clear(clearingCase, options, context().solver()))
        .result();
  }

  private static FlowResult binding(KeptCase kept) {
    return kept.result().flows().stream().filter(FlowResult::binding).findFirst().orElseThrow();
  }

  @Test
  void sharesAddToThePriceOfEveryBusWithCongestionLossesAndOutages() {
    for (Map.Entry<String, KeptCase> each : KEPT.entrySet()) {
      KeptCase kept = each.getValue();
      assertTrue(kept.result().flows().stream().anyMatch(FlowResult::binding), each.getKey());
      for (int b = 0; b < kept.clearingCase().day().network().buses().size(); b++) {
        sharesAdd(each.getKey(), kept, b, b % PERIODS);
      }
    }
    assertTrue(
        KEPT.get("n-1").result().flows().stream()
            .anyMatch(flow -> flow.binding() && !flow.outage().isEmpty()),
        "an outage binds");
    assertTrue(KEPT.get("losses").result().lossMw()[0] > 0);
  }

  private static void sharesAdd(String name, KeptCase kept, int b, int t) {
    PriceExplanation why = PriceExplanation.of(kept.clearingCase(), kept.result(), b, t);
    String place = name + " bus " + b + " period " + t;
    double lmp = kept.result().prices().lmpYuanPerMwh()[b][t];
    double exact = EXACT * Math.max(1, Math.abs(lmp));
    assertEquals(lmp, why.shares().stream().mapToDouble(s -> s.yuanPerMwh()).sum(), exact, place);
    double parts = why.energyYuanPerMwh() + why.lossYuanPerMwh() + why.congestionYuanPerMwh();
    assertEquals(lmp, parts, exact, place);
    double limits = 0;
    for (PriceExplanation.Contribution limit : why.limits()) {
      double product = limit.shiftFactor() * limit.shadowPriceYuanPerMwh();
      assertEquals(Math.abs(product), Math.abs(limit.yuanPerMwh()), EXACT, place);
      limits += limit.yuanPerMwh();
    }
    assertEquals(why.congestionYuanPerMwh(), limits, exact, place);
  }

  @Test
  void anAnswerIsTheWholeDispatchOfTheChangedCaseWithTheSameCommitment() {
    KEPT.forEach(
        (name, kept) -> {
          String unit = kept.clearingCase().day().thermalUnits().get(1).id();
          String limit = binding(kept).element();
          List<String> changes =
              List.of(
                  "addLoad: {bus: \"7\", mw: 1, from: 2, to: 2}",
                  "offers: {unit: \"%s\", addYuanPerMwh: 3}".formatted(unit),
                  "branchLimit: {branch: \"%s\", scale: 1.05}".formatted(limit),
                  "branchOutage: {branch: \"%s\"}"
                      .formatted(kept.clearingCase().day().network().branches().get(20).id()));
          changes.forEach(change -> same(name, kept, change));
        });
  }

  private static void same(String name, KeptCase kept, String change) {
    WhatIfQuestion question = WhatIfQuestion.ofText(List.of(change), "7", "2");
    WhatIfAnswer answer = WhatIf.ask(kept, question, context());
    ClearingCase changed = WhatIf.changed(kept.clearingCase(), question);
    ClearingResult whole =
        assertInstanceOf(
                ClearingOutcome.Cleared.class,
                ClearingKernel.clear(
                    changed,
                    kept.options(),
                    context().withStatuses(kept.result().schedule().committed())))
            .result();
    String place = name + " " + change;
    double size = Math.max(1, Math.abs(whole.objectiveYuan()));
    double exact = whole.lossMw()[0] > 0 ? LOSSES : EXACT;
    assertEquals(whole.objectiveYuan(), answer.objectiveAfter(), exact * size, place);
    double[][] lmp = WhatIf.dispatched(changed, kept, question, context()).prices().lmpYuanPerMwh();
    for (int b = 0; b < lmp.length; b++) {
      for (int t = 0; t < PERIODS; t++) {
        double is = whole.prices().lmpYuanPerMwh()[b][t];
        assertEquals(is, lmp[b][t], exact * Math.max(1, Math.abs(is)), place + " bus " + b);
      }
    }
    int bus =
        kept.clearingCase().day().network().buses().stream()
            .map(each -> each.id())
            .toList()
            .indexOf("7");
    assertEquals(lmp[bus][1], answer.price().afterYuanPerMwh(), 0, place);
  }

  @Test
  void oneMwMoreCostsThePriceOfItsBus() {
    KeptCase kept = KEPT.get("congested");
    WhatIfAnswer answer =
        WhatIf.ask(
            kept,
            WhatIfQuestion.ofText(
                List.of("addLoad: {bus: \"7\", mw: 0.001, from: 2, to: 2}"), "7", "2"),
            context());
    double more = (answer.objectiveAfter() - answer.objectiveBefore()) / 0.001;
    assertEquals(answer.price().afterYuanPerMwh(), more, 0.05);
    assertEquals(WhatIfAnswer.KEPT, answer.commitment());
    assertTrue(answer.units().count() > 0);
    assertEquals(PERIODS, answer.periods().size());
    String text = WhatIfText.of(answer);
    assertTrue(text.contains("no unit starts or stops") && text.contains("Price of bus 7"), text);
  }

  @Test
  void anOutageIsTakenAwayWhetherItIsPlannedOrToBeSurvived() {
    KeptCase planned = KEPT.get("congested");
    String out = planned.clearingCase().day().branchOutages().get(0).branch();
    WhatIfQuestion back =
        WhatIfQuestion.ofText(
            List.of("branchBack: {branch: \"%s\", from: 2, to: 2}".formatted(out)), "", "");
    assertEquals(
        List.of(new BranchOutage(out, 0, 1), new BranchOutage(out, 2, 3)),
        WhatIf.changed(planned.clearingCase(), back).day().branchOutages());
    WhatIfAnswer answer = WhatIf.ask(planned, back, context());
    assertTrue(answer.objectiveAfter() < answer.objectiveBefore());
    assertNull(answer.price());

    KeptCase secure = KEPT.get("n-1");
    String outage =
        secure.result().flows().stream()
            .filter(flow -> flow.binding() && !flow.outage().isEmpty())
            .findFirst()
            .orElseThrow()
            .outage();
    String change = "withoutContingency: {outage: \"%s\"}".formatted(outage);
    same("n-1", secure, change);
    WhatIfAnswer without =
        WhatIf.ask(secure, WhatIfQuestion.ofText(List.of(change), "", ""), context());
    assertNotEquals(without.objectiveBefore(), without.objectiveAfter());
    assertTrue(
        without.limits().rows().stream().anyMatch(row -> row.outage().equals(outage)),
        without.limits().toString());
  }

  @Test
  void whatTheKeptCaseSwitchesOffStaysOffUntilTheQuestionSwitchesItOn() {
    KeptCase kept = KEPT.get("congested");
    ClearingCase off =
        new ClearingCase(
            "off", kept.clearingCase().day(), Set.of(ConstraintFamily.of("B-19").orElseThrow()));
    WhatIfQuestion load = WhatIfQuestion.ofText(List.of("addLoad: {bus: \"7\", mw: 1}"), "", "");
    assertEquals(off.switchedOff(), WhatIf.changed(off, load).switchedOff());
    WhatIfQuestion on =
        WhatIfQuestion.ofText(List.of("constraint: {name: [B-19], on: true}"), "", "");
    assertEquals(Set.of(), WhatIf.changed(off, on).switchedOff());
  }

  @Test
  void whatCannotBeAskedIsRefusedByName() {
    KeptCase kept = KEPT.get("n-1");
    for (String change :
        List.of(
            "addLoad: {bus: nowhere, mw: 1}",
            "branchBack: {branch: L1}",
            "withoutContingency: {outage: none}",
            "nothing: {}")) {
      assertThrows(
          InvalidInputException.class,
          () -> WhatIf.ask(kept, WhatIfQuestion.ofText(List.of(change), "", ""), context()),
          change);
    }
    WhatIfQuestion load =
        WhatIfQuestion.ofText(List.of("addLoad: {bus: \"7\", mw: 1}"), "nowhere", "1");
    assertThrows(IllegalArgumentException.class, () -> WhatIf.ask(kept, load, context()));
    assertThrows(InvalidInputException.class, () -> WhatIfQuestion.ofText(List.of("[1]"), "", ""));
  }

  @Test
  void aUnitThatIsAskedForIsExplainedWithItsPrice() {
    KeptCase kept = KEPT.get("losses");
    String unit = kept.clearingCase().day().thermalUnits().get(0).id();
    CaseExplanation why = CaseExplanation.of(kept.clearingCase(), kept.result(), unit, "", 1);
    assertTrue(!why.unit().reasons().isEmpty());
    assertTrue(!why.price().shares().isEmpty());
  }
}
