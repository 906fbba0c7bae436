package org.gridclear.report.clearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.table.CsvFile;

/** The tables of one case as CSV. */
final class CaseTables {
  private CaseTables() {}

  static void write(
      Path folder, ClearingCase clearingCase, ClearingOptions options, ClearingResult result)
      throws IOException {
    Files.createDirectories(folder);
    MarketDay day = clearingCase.day();
    Schedule schedule = result.schedule();
    units(folder, day, schedule);
    if (!day.storageUnits().isEmpty()) {
      storage(folder, day, schedule);
    }
    prices(folder, clearingCase, result);
    MarketTables.write(folder, clearingCase, options, result);
    try (CsvFile file =
        new CsvFile(
            folder.resolve("flows.csv"),
            day.horizon(),
            "constraint",
            "element",
            "outage",
            "period",
            "flowMw",
            "limitMw",
            "shadowPriceYuanPerMwh",
            "overloadMw")) {
      for (FlowResult f : result.flows()) {
        file.row(
            f.constraint(),
            f.element(),
            f.outage(),
            f.period() + 1,
            f.flowMw(),
            f.limitMw(),
            f.shadowPriceYuanPerMwh(),
            f.overloadMw());
      }
    }
    try (CsvFile file =
        new CsvFile(
            folder.resolve("relaxations.csv"),
            day.horizon(),
            "constraint",
            "element",
            "period",
            "day",
            "amount",
            "unit",
            "penaltyYuan")) {
      for (Relaxation r : result.relaxations()) {
        file.row(
            r.constraint(),
            r.element(),
            r.period() < 0 ? null : r.period() + 1,
            r.day() < 0 ? null : r.day() + 1,
            r.amount(),
            r.unit(),
            r.penaltyYuan());
      }
    }
  }

  private static void units(Path folder, MarketDay day, Schedule schedule) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("units.csv"),
            day.horizon(),
            "unit",
            "bus",
            "fuel",
            "period",
            "on",
            "start",
            "mw",
            "reserveMw",
            "availableMw")) {
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        var unit = day.thermalUnits().get(g);
        for (int t = 0; t < day.periodCount(); t++) {
          double reserve = 0;
          for (double[][] product : schedule.reserveMw()) {
            reserve += product[g][t];
          }
          file.row(
              unit.id(),
              unit.bus(),
              unit.fuel(),
              t + 1,
              schedule.committed()[g][t] ? 1 : 0,
              schedule.starts()[g][t] ? 1 : 0,
              schedule.outputMw()[g][t],
              reserve,
              unit.pMaxMw().at(t));
        }
      }
      for (int i = 0; i < day.profiledUnits().size(); i++) {
        var unit = day.profiledUnits().get(i);
        for (int t = 0; t < day.periodCount(); t++) {
          file.row(
              unit.id(),
              unit.bus(),
              unit.fuel(),
              t + 1,
              1,
              0,
              schedule.profiledMw()[i][t],
              0,
              unit.maxMw().at(t));
        }
      }
    }
  }

  private static void storage(Path folder, MarketDay day, Schedule schedule) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("storage.csv"),
            day.horizon(),
            "storage",
            "period",
            "chargeMw",
            "dischargeMw",
            "levelMwh")) {
      for (int i = 0; i < day.storageUnits().size(); i++) {
        for (int t = 0; t < day.periodCount(); t++) {
          file.row(
              day.storageUnits().get(i).id(),
              t + 1,
              schedule.chargeMw()[i][t],
              schedule.dischargeMw()[i][t],
              schedule.levelMwh()[i][t]);
        }
      }
    }
  }

  private static void prices(Path folder, ClearingCase clearingCase, ClearingResult result) {
    MarketDay day = clearingCase.day();
    try (CsvFile file =
        new CsvFile(
            folder.resolve("prices.csv"),
            day.horizon(),
            "bus",
            "zone",
            "period",
            "lmpYuanPerMwh",
            "energyYuanPerMwh",
            "congestionYuanPerMwh",
            "lossYuanPerMwh",
            "shedMw")) {
      for (int b = 0; b < day.network().buses().size(); b++) {
        Bus bus = day.network().buses().get(b);
        for (int t = 0; t < day.periodCount(); t++) {
          file.row(
              bus.id(),
              bus.zone(),
              t + 1,
              result.prices().lmpYuanPerMwh()[b][t],
              result.prices().energyYuanPerMwh()[b][t],
              result.prices().congestionYuanPerMwh()[b][t],
              result.prices().lossYuanPerMwh()[b][t],
              result.schedule().shedMw()[b][t]);
        }
      }
    }
    if (!day.reserves().isEmpty()) {
      try (CsvFile file =
          new CsvFile(
              folder.resolve("reserve-prices.csv"),
              day.horizon(),
              "product",
              "period",
              "requirementMw",
              "priceYuanPerMwh")) {
        for (int r = 0; r < day.reserves().size(); r++) {
          for (int t = 0; t < day.periodCount(); t++) {
            file.row(
                day.reserves().get(r).id(),
                t + 1,
                RequiredReserve.rowMw(clearingCase, day.reserves().get(r), t),
                result.prices().reserveYuanPerMwh()[r][t]);
          }
        }
      }
    }
  }
}
