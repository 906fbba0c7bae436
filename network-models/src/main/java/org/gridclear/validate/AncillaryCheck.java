package org.gridclear.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.AncillaryCapability;
import org.gridclear.market.rule.AncillaryService;
import org.gridclear.market.rule.LeadTime;
import org.gridclear.market.rule.OperatingMode;
import org.gridclear.market.rule.PriceZone;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.network.Bus;

/**
 * Checks what a day says of ancillary services, of the modes of the grid, of price zones and of the
 * lead times of units.
 */
final class AncillaryCheck {
  private final MarketDay day;
  private final IssueLog log;
  private final Set<String> thermal;

  AncillaryCheck(MarketDay day, IssueLog log) {
    this.day = day;
    this.log = log;
    this.thermal = ids(day.thermalUnits().stream().map(ThermalUnit::id));
  }

  private static Set<String> ids(Stream<String> stream) {
    return stream.collect(Collectors.toSet());
  }

  void run() {
    day.rules().products().forEach(this::product);
    Set<String> able = new HashSet<>();
    for (AncillaryCapability each : day.rules().capabilities()) {
      unique("capability of " + each.unit(), each.unit(), able);
      capability(each);
    }
    day.rules().modes().forEach(this::mode);
    apart();
    zones();
    Set<String> led = new HashSet<>();
    for (LeadTime each : day.rules().leadTimes()) {
      String element = "lead time of " + each.unit();
      unique(element, each.unit(), led);
      log.reference(element, "unit", each.unit(), thermal);
      notNegative(element, "hours", each.hours());
    }
  }

  private void unique(String element, String id, Set<String> seen) {
    if (!seen.add(id)) {
      log.add(Rule.ID_UNIQUE, element, "unit", id, "Give it once.");
    }
  }

  private void notNegative(String element, String field, double value) {
    if (!(value >= 0)) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, element, field, value, "Give 0 or more.");
    }
  }

  /** Regulation is a layer of frequency control, all else reserve; nothing else is traded. */
  private void product(ReserveProduct product) {
    String element = "product " + product.id();
    AncillaryService service = product.service();
    if (!(product.minutes() >= 0)) {
      log.add(
          Rule.TIMES_NOT_NEGATIVE,
          element,
          "minutes",
          product.minutes(),
          "Give the minutes to deliver it, or 0 for the ramp of a period.");
    }
    if (!service.traded()) {
      log.add(
          Rule.SERVICE_TRADED,
          element,
          "service",
          service,
          "Only regulation and reserve are traded; say under capabilities which units give it.");
    } else if (service.regulates() != (product.kind() == ReserveProduct.Kind.REGULATION)) {
      log.add(
          Rule.SERVICE_TRADED,
          element,
          "service",
          service,
          "A product of kind %s is no such service.".formatted(product.kind()));
    }
  }

  private void capability(AncillaryCapability each) {
    String element = "capability of " + each.unit();
    log.reference(element, "unit", each.unit(), thermal);
    notNegative(element, "regulatingMwPerMin", each.regulatingMwPerMin());
  }

  private void mode(OperatingMode mode) {
    String element = "operating mode " + mode.id();
    if (mode.from() < 0 || mode.from() >= mode.to() || mode.to() > day.periodCount()) {
      log.add(
          Rule.CONSTRAINT_PERIODS,
          element,
          "from/to",
          mode.from() + ".." + mode.to(),
          "Give 0 ≤ from < to ≤ %d.".formatted(day.periodCount()));
    }
    Set<String> reserves = ids(day.reserves().stream().map(ReserveRequirement::id));
    for (OperatingMode.Factor factor : mode.requirements()) {
      log.reference(element, "reserve", factor.reserve(), reserves);
      notNegative(element, "factor", factor.factor());
    }
  }

  /** Two modes that change the same requirement in a period leave open by what. */
  private void apart() {
    List<OperatingMode> modes = day.rules().modes();
    for (int i = 0; i < modes.size(); i++) {
      for (int j = 0; j < i; j++) {
        OperatingMode a = modes.get(j);
        OperatingMode b = modes.get(i);
        boolean meet = a.from() < b.to() && b.from() < a.to();
        Set<String> ofA = ids(a.requirements().stream().map(OperatingMode.Factor::reserve));
        for (OperatingMode.Factor factor : b.requirements()) {
          if (meet && ofA.contains(factor.reserve())) {
            log.add(
                Rule.MODES_APART,
                "operating mode " + b.id(),
                "reserve",
                factor.reserve(),
                "The mode %s changes it in the same periods.".formatted(a.id()));
          }
        }
      }
    }
  }

  private void zones() {
    Set<String> buses = ids(day.network().buses().stream().map(Bus::id));
    Set<String> taken = ids(day.network().buses().stream().map(Bus::zone));
    for (PriceZone zone : day.rules().priceZones()) {
      String element = "price zone " + zone.id();
      if (!taken.add(zone.id())) {
        log.add(Rule.ID_UNIQUE, element, "id", zone.id(), "A zone has this name already.");
      }
      if (zone.buses().isEmpty()) {
        log.add(Rule.FIELD_PRESENT, element, "buses", "none", "Name its buses.");
      }
      zone.buses().forEach(bus -> log.reference(element, "buses", bus, buses));
    }
  }
}
