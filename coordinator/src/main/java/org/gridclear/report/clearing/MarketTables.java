package org.gridclear.report.clearing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.file.StoredFiles;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.report.MarketFigures;
import org.gridclear.report.MarketFigures.BalanceRow;
import org.gridclear.report.MarketFigures.ZonePrice;
import org.gridclear.study.ClearedAs;
import org.gridclear.table.CsvFile;

/** Tables of a case beyond units, prices and flows: zones, reserve, balance, plants, security. */
final class MarketTables {
  /** The case, packed. */
  static final String CASE = "case.json.gz";

  private final Path folder;
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;

  private MarketTables(Path folder, ClearingCase clearingCase, ClearingResult result) {
    this.folder = folder;
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
  }

  static void write(
      Path folder, ClearingCase clearingCase, ClearingOptions options, ClearingResult result)
      throws IOException {
    MarketTables tables = new MarketTables(folder, clearingCase, result);
    tables.zones();
    tables.curves();
    tables.balance();
    tables.loads();
    tables.reserves();
    AncillaryTables.write(folder, clearingCase, result);
    StartDecisions.write(folder, clearingCase, result);
    tables.shadowPrices();
    tables.hvdc();
    tables.reservoirs();
    tables.variables();
    if (result.security() != null) {
      tables.security(result.security());
    }
    StoredFiles.write(
        folder.resolve("boundary.json"),
        Json.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(FinalState.of(clearingCase, result)));
    StoredFiles.write(
        folder.resolve(CASE),
        CaseFiles.packCleared(
            clearingCase.day(), ClearedAs.map(options, clearingCase.switchedOff())));
  }

  private CsvFile file(String name, String... columns) {
    return List.of(columns).contains("period")
        ? new CsvFile(folder.resolve(name), day.horizon(), columns)
        : new CsvFile(folder.resolve(name), columns);
  }

  /** Zonal prices (EQ-02). */
  private void zones() {
    try (CsvFile file =
        file(
            "zone-prices.csv",
            "zone",
            "zoneKind",
            "period",
            "priceYuanPerMwh",
            "energyYuanPerMwh",
            "congestionYuanPerMwh",
            "lossYuanPerMwh",
            "weightMw")) {
      for (ZonePrice z : MarketFigures.zonePrices(day, result)) {
        file.row(
            z.zone(),
            z.logical() ? "LOGICAL" : "ADMINISTRATIVE",
            z.period() + 1,
            z.priceYuanPerMwh(),
            z.energyYuanPerMwh(),
            z.congestionYuanPerMwh(),
            z.lossYuanPerMwh(),
            z.weightMw());
      }
    }
  }

  /** Lowest, load-weighted mean and highest LMP against load (D-16). */
  private void curves() {
    List<double[]> curves = MarketFigures.lmpCurves(day, result);
    try (CsvFile file =
        file(
            "lmp-curves.csv",
            "period",
            "lmpMinYuanPerMwh",
            "lmpMeanYuanPerMwh",
            "lmpMaxYuanPerMwh",
            "loadMw",
            "lossMw")) {
      for (int t = 0; t < day.periodCount(); t++) {
        file.row(
            t + 1,
            curves.get(0)[t],
            curves.get(1)[t],
            curves.get(2)[t],
            day.loadMw(t),
            result.lossMw()[t]);
      }
    }
  }

  /** Positive and negative reserve, held and required (C-08). */
  private void balance() {
    try (CsvFile file =
        file(
            "balance.csv",
            "period",
            "loadMw",
            "onlineCapacityMw",
            "outputMw",
            "positiveReserveMw",
            "requiredPositiveMw",
            "negativeReserveMw",
            "requiredNegativeMw",
            "shedMw")) {
      for (BalanceRow row : MarketFigures.balance(clearingCase, result)) {
        file.row(
            row.period() + 1,
            row.loadMw(),
            row.onlineCapacityMw(),
            row.outputMw(),
            row.positiveReserveMw(),
            row.requiredPositiveMw(),
            row.negativeReserveMw(),
            row.requiredNegativeMw(),
            row.shedMw());
      }
    }
  }

  /** What every bus and every flexible load asks for and gets. */
  private void loads() {
    try (CsvFile file =
        file("loads.csv", "kind", "load", "bus", "period", "mw", "askedMw", "valueYuanPerMwh")) {
      for (int b = 0; b < day.network().buses().size(); b++) {
        String bus = day.network().buses().get(b).id();
        List<BusLoad> ofBus =
            day.busLoads().stream().filter(load -> load.bus().equals(bus)).toList();
        for (int t = 0; t < day.periodCount() && !ofBus.isEmpty(); t++) {
          int period = t;
          double asked = ofBus.stream().mapToDouble(load -> load.mw().at(period)).sum();
          double served = asked - result.schedule().shedMw()[b][t];
          file.row("FIXED", bus, bus, t + 1, served, asked, "");
        }
      }
      for (int f = 0; f < day.flexibleLoads().size(); f++) {
        FlexibleLoad load = day.flexibleLoads().get(f);
        for (int t = 0; t < day.periodCount(); t++) {
          file.row(
              "FLEXIBLE",
              load.id(),
              load.bus(),
              t + 1,
              result.schedule().flexibleMw()[f][t],
              load.maxMw().at(t),
              load.valueYuanPerMwh().at(t));
        }
      }
    }
  }

  private void reserves() {
    List<String> products = MarketFigures.products(day);
    if (products.isEmpty()) {
      return;
    }
    try (CsvFile file = file("reserves.csv", "unit", "product", "period", "mw")) {
      for (int p = 0; p < products.size(); p++) {
        for (int g = 0; g < day.thermalUnits().size(); g++) {
          for (int t = 0; t < day.periodCount(); t++) {
            double mw = result.schedule().reserveMw()[p][g][t];
            if (mw > 0) {
              file.row(day.thermalUnits().get(g).id(), products.get(p), t + 1, mw);
            }
          }
        }
      }
    }
  }

  private void shadowPrices() {
    try (CsvFile file =
        file("shadow-prices.csv", "constraint", "element", "period", "yuanPerUnit")) {
      for (ConstraintPrice price : result.shadowPrices()) {
        Integer period = price.period() < 0 ? null : (Integer) (price.period() + 1);
        file.row(price.constraint(), price.element(), period, price.yuanPerUnit());
      }
    }
  }

  private void hvdc() {
    double[][] mw = result.schedule().hvdcMw();
    if (mw.length == 0) {
      return;
    }
    List<String> lines = MarketFigures.decidedHvdc(clearingCase);
    try (CsvFile file = file("hvdc.csv", "line", "period", "mw")) {
      for (int i = 0; i < mw.length; i++) {
        for (int t = 0; t < day.periodCount(); t++) {
          file.row(lines.get(i), t + 1, mw[i][t]);
        }
      }
    }
  }

  private void reservoirs() {
    double[][] volume = result.schedule().volumeMm3();
    if (volume.length == 0) {
      return;
    }
    List<String> lakes = MarketFigures.decidedReservoirs(clearingCase);
    try (CsvFile file = file("reservoirs.csv", "reservoir", "period", "volumeMm3", "spillM3PerS")) {
      for (int i = 0; i < volume.length; i++) {
        for (int t = 0; t < day.periodCount(); t++) {
          file.row(lakes.get(i), t + 1, volume[i][t], result.schedule().spillM3PerS()[i][t]);
        }
      }
    }
  }

  private void variables() {
    double[][] values = result.schedule().variables();
    if (values.length == 0) {
      return;
    }
    try (CsvFile file = file("variables.csv", "variable", "period", "value")) {
      for (int i = 0; i < values.length; i++) {
        for (int t = 0; t < day.periodCount(); t++) {
          file.row(day.rules().variables().get(i).id(), t + 1, values[i][t]);
        }
      }
    }
  }

  private void security(SecurityReport security) throws IOException {
    cuts("security-cuts.json", security.cuts());
    cuts("security-next.json", security.next());
    rounds(security.rounds());
    violations(security.remaining());
    try (CsvFile file = file("security-unsolved.csv", "period", "outage", "reason", "missingMw")) {
      for (SecurityReport.Unsolved u : security.unsolved()) {
        String reason = u.lacksPower() ? "LACKS_POWER" : "NO_SOLUTION";
        file.row(u.period() + 1, u.outage(), reason, u.missingMw());
      }
    }
  }

  private void cuts(String name, Object cuts) throws IOException {
    StoredFiles.write(
        folder.resolve(name),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("cuts", cuts)));
  }

  private void rounds(List<SecurityReport.Round> rounds) {
    try (CsvFile file =
        file(
            "security-rounds.csv",
            "round",
            "objectiveYuan",
            "baseViolations",
            "outageViolations",
            "voltageViolations",
            "worstShare",
            "periodsDiverged",
            "outagesDiverged",
            "newCuts")) {
      for (SecurityReport.Round r : rounds) {
        file.row(
            r.number(),
            r.objectiveYuan(),
            r.baseViolations(),
            r.outageViolations(),
            r.voltageViolations(),
            r.worstShare(),
            r.periodsDiverged(),
            r.outagesDiverged(),
            r.newCuts());
      }
    }
  }

  private void violations(List<SecurityReport.Violation> violations) {
    try (CsvFile file =
        file(
            "security-violations.csv",
            "period",
            "kind",
            "element",
            "outage",
            "value",
            "limit",
            "unit",
            "excess",
            "answer")) {
      for (SecurityReport.Violation v : violations) {
        file.row(
            v.period() + 1,
            v.kind().name(),
            v.element(),
            v.outage(),
            v.value(),
            v.limit(),
            v.kind().unit(),
            v.excess(),
            v.answer());
      }
    }
  }
}
