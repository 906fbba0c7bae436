package org.gridclear.casetable;

import static java.lang.Double.NaN;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.casetable.ConstraintRows.State;
import org.gridclear.casetable.ConstraintRows.Subject;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.network.HvdcLine;

/** Fuel, water, emissions over the horizon, HVDC, and constraints given as data. */
final class OtherConstraints {
  /** What a release of 1 m³/s is in an hour, in million m³. */
  private static final double MM3_PER_M3_PER_S_AND_H = 3600 / 1e6;

  private final MarketDay day;
  private final ConstraintRows rows;

  OtherConstraints(ClearingCase clearing, ConstraintRows rows) {
    this.day = clearing.day();
    this.rows = rows;
  }

  void add() {
    RangeConstraints.add(day, rows, ConstraintGroup.OTHER);
    day.rules().reservoirs().forEach(this::reservoir);
    Set<String> inService =
        day.network().hvdcLines().stream()
            .filter(HvdcLine::inService)
            .map(HvdcLine::id)
            .collect(Collectors.toSet());
    day.rules().hvdcSchedules().forEach(each -> hvdc(each, inService.contains(each.line())));
    day.rules().variables().forEach(this::variable);
    day.rules().linear().forEach(this::linear);
  }

  private void reservoir(Reservoir lake) {
    String own = "reservoir " + lake.id();
    String units = String.join(", ", lake.units());
    double releaseYuan = lake.penaltyYuanPerMm3() * MM3_PER_M3_PER_S_AND_H;
    rows.add(
        Subject.of(
                ConstraintFamily.HYDRO,
                own + " volume",
                units,
                "million m³",
                "%s before, at least %s after the last period%s"
                    .formatted(
                        lake.initialMm3(),
                        lake.endMinMm3(),
                        lake.downstream().isEmpty() ? "" : ", flows to " + lake.downstream()))
            .switchedBy(own),
        t ->
            State.on(lake.minMm3().at(t), lake.maxMm3().at(t), lake.penaltyYuanPerMm3())
                .onlyIf(lake.inEffect(), "switched off"));
    rows.add(
        Subject.of(ConstraintFamily.HYDRO, own + " release", units, "m³/s", "turbined and spilled")
            .switchedBy(own),
        t ->
            State.on(lake.minReleaseM3PerS().at(t), lake.maxReleaseM3PerS().at(t), releaseYuan)
                .onlyIf(lake.inEffect(), "switched off"));
    rows.add(
        Subject.of(ConstraintFamily.SPILLAGE, own + " spillage", units, "m³/s", "").switchedBy(own),
        t ->
            State.on(0, lake.maxSpillM3PerS().at(t), releaseYuan / 2)
                .onlyIf(lake.inEffect(), "switched off")
                .onlyIf(Double.isFinite(lake.maxSpillM3PerS().at(t)), "no limit"));
  }

  /** A line never leaves its band; its ramp and its changes alone give way. */
  private void hvdc(HvdcSchedule line, boolean inService) {
    boolean gives = Double.isFinite(line.rampMwPerH()) || line.changesPerDayMax() >= 0;
    String price =
        gives
            ? ", which give way at %s a MW and hour or change where nothing keeps them"
                .formatted(day.penalties().scheduleYuanPerMwh())
            : "";
    String ramp = Double.isFinite(line.rampMwPerH()) ? line.rampMwPerH() + " MW/h" : "no limit";
    String changes =
        line.changesPerDayMax() < 0 ? "any number of" : String.valueOf(line.changesPerDayMax());
    String own = "hvdc " + line.line();
    rows.add(
        Subject.of(
                ConstraintFamily.HVDC,
                own,
                line.line(),
                "MW",
                "ramp %s, %s changes a day%s".formatted(ramp, changes, price))
            .switchedBy(own),
        t ->
            State.on(line.minMw().at(t), line.maxMw().at(t), NaN)
                .onlyIf(line.inEffect(), "switched off: the network's schedule stands")
                .onlyIf(inService, "line out of service"));
  }

  private void variable(DecisionVariable of) {
    rows.add(
        Subject.of(
            ConstraintFamily.PRACTICAL,
            "variable " + of.id(),
            "",
            "",
            "variable%s, part %s"
                .formatted(of.whole() ? ", whole" : "", of.part().name().toLowerCase(Locale.ROOT))),
        t -> State.on(of.min().at(t), of.max().at(t), NaN));
  }

  private void linear(LinearConstraint of) {
    String terms =
        of.terms().stream().map(OtherConstraints::term).collect(Collectors.joining(" + "));
    rows.add(
        Subject.of(ConstraintFamily.PRACTICAL, of.id(), "", "", terms).switchedBy(of.id()),
        t ->
            State.on(of.min().at(t), of.max().at(t), of.penaltyYuanPerUnit())
                .onlyIf(of.inEffect(), "switched off")
                .onlyIf(
                    Double.isFinite(of.min().at(t)) || Double.isFinite(of.max().at(t)),
                    "no limit"));
  }

  private static String term(LinearConstraint.Term term) {
    double least = term.coefficient().min();
    double most = term.coefficient().max();
    String factor = least == most ? String.valueOf(least) : "(%s to %s)".formatted(least, most);
    return "%s × %s of %s%s"
        .formatted(
            factor,
            term.quantity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            term.unit(),
            term.lag() == 0 ? "" : " %d periods before".formatted(term.lag()));
  }
}
