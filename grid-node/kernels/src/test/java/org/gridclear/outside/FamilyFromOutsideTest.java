package org.gridclear.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.constraint.ConstraintCatalogue;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.solver.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family of constraints of another package joins a model as a service (B-26). */
class FamilyFromOutsideTest {
  private static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(1e-9);

  /** The first unit may give 70 MW while another runs, at 1 000 yuan for each MW more. */
  public static final class SharedOutlet implements ConstraintClass {
    @Override
    public void addTo(ClearingModel model) {
      int other = model.anyUnit("b");
      for (int t = 0; t < model.periodCount(); t++) {
        Terms terms = new Terms().add(model.on().at(other, t), 30);
        model.addOutput(terms, model.anyUnit("a"), t, 1);
        terms.add(model.slack("X-01", "outlet", t, "MW", 1000), -1);
        model.price("X-01", "outlet", t, model.linear().atMost(100, terms));
      }
    }
  }

  private static ClearingCase twoUnits() {
    return ClearingCase.of(
        Days.read(
            """
            {"name": "outlet", "horizon": {"periodCount": 2},
             "network": {"buses": [{"id": "n", "type": "reference"}]},
             "thermalUnits": [
               {"id": "a", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [100, 1000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 50}},
               {"id": "b", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [200, 2000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 50}}],
             "busLoads": [{"bus": "n", "mw": 120}]}
            """));
  }

  private static ClearingResult clearedWith(Path services) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] more = {services.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(more, before)) {
      thread.setContextClassLoader(loader);
      return Fixtures.clear(twoUnits(), EXACT);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void aRegisteredFamilyBindsAndHasAPrice(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(ConstraintClass.class.getName()), SharedOutlet.class.getName());

    ClearingResult free = Fixtures.clear(twoUnits(), EXACT);
    ClearingResult shared = clearedWith(folder);

    // Free: a 100, b 20. With the outlet: a 70, b 50, and a MW of it saves the difference of 10.
    assertEquals(2 * (1000 + 400), free.objectiveYuan(), 1e-3);
    assertEquals(2 * (700 + 1000), shared.objectiveYuan(), 1e-3);
    assertTrue(
        shared.shadowPrices().stream()
            .anyMatch(row -> row.constraint().equals("X-01") && row.period() == 0),
        shared.shadowPrices().toString());
  }

  @Test
  void theCatalogueIsAsBeforeWhereNothingIsRegistered() {
    assertEquals(
        0,
        ConstraintCatalogue.all().values().stream().filter(SharedOutlet.class::isInstance).count());
  }
}
