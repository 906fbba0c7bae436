package org.gridclear.io.unitcommitment;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.notices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Scope;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;

/** What UnitCommitment.jl cannot say is refused or noticed by name. */
// Rows: A-11
class UnitCommitmentJlLimitsTest extends UnitCommitmentJlDocument {
  @Test
  void contingenciesAreWrittenWithTheirLinesAndUnits() {
    assertWritten(
        "{\"c1\": {\"Affected lines\": [\"l1\"], \"Affected generators\": [\"g1\"]}}",
        day(),
        "Contingencies");
  }

  @Test
  void whatElseAContingencyTakesOutIsNoticed() {
    MarketDay day = day();
    Contingency wide = new Contingency("c", List.of("l1"), List.of(), List.of("b2"), List.of("d1"));
    written(day.withRules(day.rules().withContingencies(new ContingencySet(false, List.of(wide)))));
    assertErrors(log);
    assertEquals(
        List.of(
            "FIELD_USED | contingency c | buses | [b2] | UnitCommitment.jl cannot say it.",
            "FIELD_USED | contingency c | hvdcLines | [d1] | UnitCommitment.jl cannot say it."),
        notices(log, Rule.FIELD_USED));
  }

  @Test
  void aVariableThatCostsSomethingIsRefused() {
    MarketDay day = day();
    Series one = Series.of(1, 1);
    OperatingRules rules =
        day.rules()
            .withLinear(
                List.of(
                    new DecisionVariable("v", false, one, one, one, DecisionVariable.Part.ENERGY)),
                List.of());
    assertRefused(
        day.withRules(rules),
        "FIELD_KNOWN | case | rules.variables | 1 given | UnitCommitment.jl cannot say it; take it"
            + " out.");
  }

  @Test
  void reservesThatTheFormatCannotSayAreRefusedFieldByField() {
    MarketDay day = day();
    Series mw = Series.of(1, 1);
    List<ReserveRequirement> reserves =
        List.of(
            new ReserveRequirement("a", "p", Scope.unit("g1"), mw, 0.1, 0.2, true, 5),
            new ReserveRequirement("b", "p", Scope.SYSTEM, mw, 0, 0, false, 5));
    MarketDay asked =
        day.withReserves(reserves)
            .withRules(
                day.rules()
                    .withProducts(
                        List.of(
                            new ReserveProduct(
                                "p",
                                ReserveProduct.Kind.NON_SPINNING,
                                ReserveProduct.Direction.DOWN,
                                10))));
    String advice = " | UnitCommitment.jl cannot say it; take it out.";
    assertRefused(
        asked,
        "FIELD_KNOWN | product p | kind | NON_SPINNING" + advice,
        "FIELD_KNOWN | product p | direction | DOWN" + advice,
        "FIELD_KNOWN | product p | minutes | 10.0" + advice,
        "FIELD_KNOWN | reserve a | scope | g1" + advice,
        "FIELD_KNOWN | reserve a | loadShare | 0.1" + advice,
        "FIELD_KNOWN | reserve a | renewableShare | 0.2" + advice,
        "FIELD_KNOWN | reserve a | largestUnit | true" + advice,
        "FIELD_KNOWN | reserve a | product | p" + advice,
        "FIELD_KNOWN | reserve b | product | p" + advice);
  }

  @Test
  void whatANetworkHasBeyondLinesIsRefusedOrNoticed() {
    MarketDay day = day();
    Branch shifts =
        new Branch(
            "l2", "b1", "b2", BranchKind.LINE, 0.5, 1, 0, 1, 3, Branch.Ratings.UNLIMITED, true);
    Network network =
        branches(day, List.of(day.network().branches().get(0), shifts))
            .withHvdcLines(
                List.of(
                    new HvdcLine("d1", "b1", "b2", 0, 0, 1, 0, 0, true),
                    new HvdcLine("d2", "b1", "b2", 0, 0, 1, 0, 0, false)))
            .withFlowgates(List.of(new Flowgate("f", List.of(new Flowgate.Term("l1", 1)), 9, 9)));
    String advice = " | UnitCommitment.jl cannot say it; take it out.";
    assertRefused(
        with(day, network, List.of(), day.branchLimits()),
        "FIELD_KNOWN | branch l2 | shiftDeg | 3.0" + advice,
        "FIELD_KNOWN | hvdc line d1 | inService | true" + advice,
        "FIELD_KNOWN | case | flowgates | 1 given" + advice);
    assertEquals(
        List.of("FIELD_USED | branch l2 | rPu | 0.5 | There are no losses."),
        notices(log, Rule.FIELD_USED));
  }

  @Test
  void aUnitOfAnotherLimitRuleIsNoticed() {
    MarketDay day = day();
    ThermalUnit u = day.thermalUnits().get(0);
    ThermalUnit other =
        new ThermalUnit(
            u.id(),
            u.bus(),
            u.fuel(),
            u.offers(),
            u.pMinMw(),
            u.pMaxMw(),
            u.rampUpMwPerH(),
            u.rampDownMwPerH(),
            u.startRampMw(),
            u.stopRampMw(),
            u.minUpHours(),
            u.minDownHours(),
            u.maxStartsPerDay(),
            u.startCategories(),
            u.commitment(),
            u.initial(),
            u.reserves(),
            u.stopYuan(),
            LimitRule.LIMIT_FOR_RAMP,
            0,
            0);
    written(withUnit(day, other));
    assertEquals(
        List.of(
            "TAKEN_AS | unit g1 | limitRule | LIMIT_FOR_RAMP | Ramps and limits of starts and stops"
                + " work together as that format has it."),
        notices(log, Rule.TAKEN_AS));
  }
}
