package org.gridclear.clearing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;

/** Small days written in the product's own case format. */
public final class Days {
  private Days() {}

  /**
   * Three buses in a triangle of equal reactance: cheap unit at a (20 yuan/MWh), dear unit at c
   * (50), 150 MW of load at c, 60 MW rating on line ac. Sending 90 MW from a to c puts 60 MW on ac,
   * so a gives 90 MW and c 60 MW; the price is 20 at a, 50 at c and 35 at b.
   */
  static MarketDay triangle(double loadMw, double ratingMw) {
    return read(
        """
        {"name": "triangle", "horizon": {"periodCount": 1},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
           "branches": [
             {"id": "ab", "from": "a", "to": "b", "xPu": 0.1},
             {"id": "bc", "from": "b", "to": "c", "xPu": 0.1},
             {"id": "ac", "from": "a", "to": "c", "xPu": 0.1, "ratings": {"normalMva": %s}}]},
         "thermalUnits": [
           {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 400], "yuanPerH": [0, 8000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 90}},
           {"id": "dear", "bus": "c", "offers": [{"mw": [0, 400], "yuanPerH": [0, 20000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 60}}],
         "busLoads": [{"bus": "c", "mw": %s}]}
        """
            .formatted(ratingMw, loadMw));
  }

  /**
   * One bus, three units over the given load; {@code extra} goes into every unit.
   *
   * <p>coal 50–200 MW at 20 yuan/MWh, start 3 000; gas 20–100 MW at 40, start 400; peak 5–60 MW at
   * 90, start 50. Coal runs at first.
   */
  public static MarketDay threeUnits(String load, String extra, String top) {
    int periods = load.split(",").length;
    return read(
        """
        {"name": "three", "horizon": {"periodCount": %d},
         "network": {"buses": [{"id": "n", "type": "reference"}]},
         "thermalUnits": [
           {"id": "coal", "bus": "n", "offers": [{"mw": [50, 200], "yuanPerH": [1200, 4200]}],
            "startCategories": [{"offHours": 1, "costYuan": 3000}], "reserves": ["spin"],
            "initial": {"on": true, "hours": 9, "powerMw": 100} %s},
           {"id": "gas", "bus": "n", "offers": [{"mw": [20, 60, 100], "yuanPerH": [900, 2500, 4300]}],
            "startCategories": [{"offHours": 1, "costYuan": 400}, {"offHours": 4, "costYuan": 700}],
            "reserves": ["spin"], "initial": {"on": false, "hours": 9} %s},
           {"id": "peak", "bus": "n", "offers": [{"mw": [5, 60], "yuanPerH": [500, 5450]}],
            "startCategories": [{"offHours": 1, "costYuan": 50}], "reserves": ["spin"],
            "initial": {"on": false, "hours": 9} %s}],
         "busLoads": [{"bus": "n", "mw": [%s]}] %s}
        """
            .formatted(periods, extra, extra, extra, load, top));
  }

  public static MarketDay read(String json) {
    try {
      Path file = Files.createTempFile("gridclear-test", ".json");
      Files.write(file, json.getBytes(StandardCharsets.UTF_8));
      CaseFiles.Loaded loaded =
          CaseFiles.load(file.getFileName().toString(), file.getParent(), Set.of());
      Files.delete(file);
      return ((CaseFiles.Content.WholeDay) loaded.content()).day();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
