package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What loads get and what reserve is asked for is in the tables, by every rule. */
class LoadTablesTest {
  @TempDir Path folder;

  private Path cleared() throws IOException {
    Path file = folder.resolve("day.json");
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "day",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "b", "type": "reference"}]},
         "busLoads": [{"bus": "b", "mw": [100, 150]}],
         "flexibleLoads": [{"id": "factory", "bus": "b", "maxMw": 20, "valueYuanPerMwh": 300}],
         "thermalUnits": [
           {"id": "base", "bus": "b", "reserves": ["r"],
            "offers": [{"mw": [50, 140, 300], "yuanPerH": [10000, 28000, 124000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 100}}],
         "profiledUnits": [{"id": "wind", "bus": "b", "maxMw": 5}],
         "reserves": [{"id": "r", "mw": 0, "loadShare": 0.1, "renewableShare": 0.2},
                      {"id": "big", "product": "r", "mw": 0, "largestUnit": true,
                       "shortfallYuanPerMwh": 0}]}
        """);
    Path out = folder.resolve("out");
    Shell.Ended ended =
        Shell.run("clear", file.toString(), "--quiet", "--gap", "0", "--out", out.toString());
    assertEquals(0, ended.code(), ended.text());
    return out;
  }

  /** At 200 yuan/MWh the factory runs, at 600 it does not. */
  @Test
  void aFlexibleLoadIsInTableAndSummary() throws IOException {
    Path out = cleared();
    List<String> loads = Files.readAllLines(out.resolve("cases/000-base/loads.csv"));
    assertEquals("kind,load,bus,period,mw,askedMw,valueYuanPerMwh,time", loads.get(0));
    assertEquals("FIXED,b,b,1,100,100,,00:00", loads.get(1));
    assertEquals("FIXED,b,b,2,150,150,,01:00", loads.get(2));
    assertEquals("FLEXIBLE,factory,b,1,20,20,300,00:00", loads.get(3));
    assertEquals("FLEXIBLE,factory,b,2,0,20,300,01:00", loads.get(4));
    JsonNode cell =
        Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json"))).get("cases").get(0);
    assertEquals(20, cell.get("flexibleLoadMwh").asDouble(), 1e-9);
    assertEquals(270, cell.get("servedLoadMwh").asDouble(), 1e-9);
  }

  /** 0.1 × 100 + 0.2 × 5 = 11 MW, and the largest unit's 300 MW. */
  @Test
  void requirementsByRuleAreTheSameInEveryTable() throws IOException {
    Path tables = cleared().resolve("cases/000-base");
    List<String> prices = Files.readAllLines(tables.resolve("reserve-prices.csv"));
    assertTrue(prices.get(1).startsWith("r,1,11,"), prices.get(1));
    assertTrue(prices.get(2).startsWith("r,2,16,"), prices.get(2));
    assertTrue(prices.get(3).startsWith("big,1,300,"), prices.get(3));
    List<String> balance = Files.readAllLines(tables.resolve("balance.csv"));
    assertEquals("311", balance.get(1).split(",")[5], balance.get(1));
    assertEquals("316", balance.get(2).split(",")[5], balance.get(2));
  }
}
