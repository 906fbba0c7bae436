package org.gridclear.report.clearing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.audit.UnitPath;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.report.MarketFigures;
import org.gridclear.table.CsvFile;

/**
 * Ancillary services of a case: how every requirement was assessed and met (G-04, G-05, G-09), and
 * what every unit could give, holds, was awarded and is called for (G-06, G-10).
 */
final class AncillaryTables {
  private static final double LEAST_MW = 1e-6;

  private final Path folder;
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final List<String> products;
  private final UnitPath[] paths;
  private final Map<String, RangeConstraint> awards = new HashMap<>();

  private AncillaryTables(Path folder, ClearingCase clearingCase, ClearingResult result) {
    this.folder = folder;
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.products = MarketFigures.products(day);
    this.paths = new UnitPath[day.thermalUnits().size()];
    for (int g = 0; g < paths.length && !products.isEmpty(); g++) {
      paths[g] = new UnitPath(clearingCase, result, g);
    }
    for (RangeConstraint range : day.rules().ranges()) {
      if (range.kind() == RangeKind.AWARD && range.inEffect()) {
        awards.put(range.scope().units().get(0) + "|" + range.item(), range);
      }
    }
  }

  /** Writes {@code requirements.csv} and {@code reserve-status.csv} where there is a product. */
  static void write(Path folder, ClearingCase clearingCase, ClearingResult result) {
    AncillaryTables tables = new AncillaryTables(folder, clearingCase, result);
    if (!tables.products.isEmpty()) {
      tables.requirements();
      tables.status();
    }
  }

  private CsvFile file(String name, String... columns) {
    return new CsvFile(folder.resolve(name), day.horizon(), columns);
  }

  private void requirements() {
    try (CsvFile file =
        file(
            "requirements.csv",
            "requirement",
            "product",
            "scope",
            "period",
            "inEffect",
            "method",
            "givenMw",
            "largestUnitMw",
            "loadPartMw",
            "renewablePartMw",
            "modeFactor",
            "requiredMw",
            "availableMw",
            "heldMw",
            "missingMw",
            "priceYuanPerMwh")) {
      for (int r = 0; r < day.reserves().size(); r++) {
        requirement(file, r, day.reserves().get(r));
      }
    }
  }

  private void requirement(CsvFile file, int r, ReserveRequirement each) {
    boolean counts = RequiredReserve.counts(clearingCase, each);
    int p = products.indexOf(each.product());
    Set<Integer> members = RequiredReserve.members(day, each);
    for (int t = 0; t < day.periodCount(); t++) {
      RequiredReserve.Parts parts = RequiredReserve.parts(clearingCase, each, t);
      double available = 0;
      double held = 0;
      for (int g = 0; g < paths.length; g++) {
        if (members.contains(g)) {
          available += availableMw(g, p, t);
          held += paths[g].heldMw(p, t);
        }
      }
      file.row(
          each.id(),
          each.product(),
          each.scope().label(),
          t + 1,
          counts,
          each.method().name(),
          parts.givenMw(),
          parts.largestUnitMw(),
          parts.loadMw(),
          parts.renewableMw(),
          parts.factor(),
          RequiredReserve.rowMw(clearingCase, each, t),
          available,
          held,
          missingMw(each.id(), t),
          result.prices().reserveYuanPerMwh()[r][t]);
    }
  }

  /** What a unit could give of a product with its status, offer, ramp and regulating rate. */
  private double availableMw(int g, int p, int t) {
    ReserveProduct product = paths[g].products().get(p);
    return paths[g].mayProvide(product) ? paths[g].limitMw(product, t) : 0;
  }

  private double missingMw(String requirement, int t) {
    return result.relaxations().stream()
        .filter(each -> each.period() == t && each.element().equals("reserve " + requirement))
        .mapToDouble(Relaxation::amount)
        .sum();
  }

  private void status() {
    try (CsvFile file =
        file(
            "reserve-status.csv",
            "unit",
            "product",
            "service",
            "direction",
            "period",
            "on",
            "outputMw",
            "availableMw",
            "heldMw",
            "awardedMw",
            "calledMw")) {
      for (int g = 0; g < paths.length; g++) {
        for (int p = 0; p < products.size(); p++) {
          unit(file, g, p);
        }
      }
    }
  }

  private void unit(CsvFile file, int g, int p) {
    ReserveProduct product = paths[g].products().get(p);
    String unit = day.thermalUnits().get(g).id();
    RangeConstraint award = awards.get(unit + "|" + product.id());
    if (award == null && !paths[g].mayProvide(product)) {
      return;
    }
    for (int t = 0; t < day.periodCount(); t++) {
      double held = paths[g].heldMw(p, t);
      double awarded = award == null ? 0 : award.min().at(t);
      double called = award == null ? 0 : calledMw(award, held, t);
      file.row(
          unit,
          product.id(),
          product.service().name(),
          product.direction().name(),
          t + 1,
          result.schedule().committed()[g][t],
          result.schedule().outputMw()[g][t],
          availableMw(g, p, t),
          held,
          awarded,
          called);
    }
  }

  /** What of an award a dispatch takes: it is held no longer but is output now. */
  static double calledMw(RangeConstraint award, double heldMw, int t) {
    boolean binds = t >= award.from() && t < award.to();
    double called = binds ? award.min().at(t) - heldMw : 0;
    return called > LEAST_MW ? called : 0;
  }
}
