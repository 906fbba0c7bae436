package org.gridclear.report.clearing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.report.AncillaryStatus;
import org.gridclear.table.CsvFile;

/**
 * Ancillary services of a case: how every requirement was assessed and met (G-04, G-05, G-09), and
 * what every unit could give, holds, was awarded and is called for (G-06, G-10).
 */
final class AncillaryTables {
  private final Path folder;
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final List<String> products;
  private final AncillaryStatus status;

  private AncillaryTables(Path folder, ClearingCase clearingCase, ClearingResult result) {
    this.folder = folder;
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.status = new AncillaryStatus(clearingCase, result);
    this.products = status.products();
  }

  /** Writes {@code requirements.csv} and {@code reserve-status.csv} where there is a product. */
  static void write(Path folder, ClearingCase clearingCase, ClearingResult result) {
    AncillaryTables tables = new AncillaryTables(folder, clearingCase, result);
    if (!tables.products.isEmpty()) {
      tables.requirements();
      tables.units();
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
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        if (members.contains(g)) {
          available += status.availableMw(g, p, t);
          held += status.heldMw(g, p, t);
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

  private double missingMw(String requirement, int t) {
    return result.relaxations().stream()
        .filter(each -> each.period() == t && each.element().equals("reserve " + requirement))
        .mapToDouble(Relaxation::amount)
        .sum();
  }

  private void units() {
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
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        for (int p = 0; p < products.size(); p++) {
          unit(file, g, p);
        }
      }
    }
  }

  private void unit(CsvFile file, int g, int p) {
    if (!status.concerns(g, p)) {
      return;
    }
    ReserveProduct product = status.product(g, p);
    for (int t = 0; t < day.periodCount(); t++) {
      file.row(
          day.thermalUnits().get(g).id(),
          product.id(),
          product.service().name(),
          product.direction().name(),
          t + 1,
          result.schedule().committed()[g][t],
          result.schedule().outputMw()[g][t],
          status.availableMw(g, p, t),
          status.heldMw(g, p, t),
          status.awardedMw(g, p, t),
          status.calledMw(g, p, t));
    }
  }
}
