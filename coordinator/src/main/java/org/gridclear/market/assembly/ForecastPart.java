package org.gridclear.market.assembly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.Interchange;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;

/** Forecasts of units, schedules of interchanges, reserve requirements. */
final class ForecastPart {
  private ForecastPart() {}

  static void add(Draft draft) {
    CaseParts parts = new CaseParts(draft.day());
    parts.profiledUnits = renewables(draft);
    parts.interchanges = tieLines(draft);
    parts.reserves = reserves(draft);
    draft.become(parts.day());
  }

  private static List<ProfiledUnit> renewables(Draft draft) {
    List<ProfiledUnit> given = draft.day().profiledUnits();
    if (draft.request().keeps(NetworkPart.RENEWABLES)) {
      draft.notice("Forecasts of units are those of the network version.");
      return given;
    }
    SeriesChoice choice = draft.choice(SeriesKind.RENEWABLE_FORECAST);
    draft.unused(
        choice, SeriesKind.RENEWABLE_FORECAST, given.stream().map(ProfiledUnit::id).toList());
    List<ProfiledUnit> units = new ArrayList<>();
    for (ProfiledUnit unit : given) {
      Optional<List<BigDecimal>> values =
          draft.values(choice, SeriesKind.RENEWABLE_FORECAST, unit.id());
      values.ifPresent(
          mw ->
              units.add(
                  new ProfiledUnit(
                      unit.id(),
                      unit.bus(),
                      unit.fuel(),
                      unit.minMw(),
                      Draft.series(mw),
                      unit.priceYuanPerMwh())));
    }
    return units;
  }

  private static List<Interchange> tieLines(Draft draft) {
    List<Interchange> given = draft.day().interchanges();
    if (draft.request().keeps(NetworkPart.TIE_LINES)) {
      draft.notice("Schedules of interchanges are those of the network version.");
      return given;
    }
    SeriesChoice choice = draft.choice(SeriesKind.TIE_LINE_SCHEDULE);
    draft.unused(
        choice, SeriesKind.TIE_LINE_SCHEDULE, given.stream().map(Interchange::id).toList());
    List<Interchange> lines = new ArrayList<>();
    for (Interchange line : given) {
      draft
          .values(choice, SeriesKind.TIE_LINE_SCHEDULE, line.id())
          .ifPresent(mw -> lines.add(new Interchange(line.id(), line.bus(), Draft.series(mw))));
    }
    return lines;
  }

  /** A requirement that no delivery names stands as the network version has it. */
  private static List<ReserveRequirement> reserves(Draft draft) {
    SeriesChoice choice = draft.choice(SeriesKind.RESERVE_REQUIREMENT);
    List<String> known = draft.subjects(choice);
    draft.unused(
        choice,
        SeriesKind.RESERVE_REQUIREMENT,
        draft.day().reserves().stream().map(ReserveRequirement::id).toList());
    List<ReserveRequirement> reserves = new ArrayList<>();
    for (ReserveRequirement reserve : draft.day().reserves()) {
      reserves.add(
          known.contains(reserve.id())
              ? draft
                  .values(choice, SeriesKind.RESERVE_REQUIREMENT, reserve.id())
                  .map(mw -> reserve.withMw(Draft.series(mw)))
                  .orElse(reserve)
              : reserve);
    }
    return reserves;
  }
}
